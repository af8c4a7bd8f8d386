//! The first screen and the search that finds anything.

mod find;
mod first_steps;
mod messages;
mod notes;
mod overview;
