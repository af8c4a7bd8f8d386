//! Lending through the front door.

mod check_in;
mod check_out;
mod closed_due;
mod corrections;
mod forget;
mod hourly;
mod identify;
mod in_house;
mod lists;
mod money;
mod overriding;
mod renew;
mod set_status;
mod undo;
mod while_locked;
