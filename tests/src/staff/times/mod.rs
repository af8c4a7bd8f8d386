//! When people can work, through the front door.

mod availability;
mod classes;
mod leave;
