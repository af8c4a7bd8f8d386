//! The one path of a command, and the file it stands on.

mod audit;
mod coverage;
mod file;
mod place;
mod tasks;
