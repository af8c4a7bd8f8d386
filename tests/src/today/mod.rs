//! The first screen and the search that finds anything.

mod find;
mod overview;
