//! The real window, driven as a clerk would: by what stands on the screen, by keys and by the pointer.
//!
//! *Scenario*: one thing that people do at a desk, from sign-in to its end, on a fresh copy of the demo library.
//! *Desk*: the window in a clerk's hands. *Driver*: WebKitGTK's own, which opens the window and passes the hands on.
//! *Judge*: axe-core, which looks at each screen that a scenario shows, light and dark.
//! *Tour*: the same scenarios on a library of a year, leaving pictures and printed pages. *Start*: how long the first
//! screen takes, beside an empty window's.
//!
//! It knows no page's markup, only roles, names and words; where it must find a fact to begin with, such as an item that
//! is in, it asks the core through the window's own door.

pub mod closing;
pub mod desk;
pub mod driver;
pub mod judge;
pub mod keys;
mod memory;
pub mod mode;
pub mod play;
pub mod pointer;
pub mod programs;
pub mod scenarios;
mod screen;
pub mod start;
pub mod trouble;
