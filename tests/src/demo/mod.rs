//! The demo library, as it is generated.

mod generate;
