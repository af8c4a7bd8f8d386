//! At which desks somebody may work. What else they have learned is `staff`'s list of skills.
//!
//! It stands here and not with the people, because desks are the schedule's. Somebody for whom no desk was named may
//! work at all of them: a small library that trains everybody everywhere says nothing.

mod store;
mod trained;

pub use trained::{
    DeskTraining, SetTrained, ShowTrained, TrainedAt, keep_trained, may_work_at, trained_at,
};

pub(super) use trained::{set_trained, show_trained};
