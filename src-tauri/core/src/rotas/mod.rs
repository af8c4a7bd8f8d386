//! Rotas: who works which kind of shift on each day of some weeks. The shifts themselves are `schedule`'s, drafts like any
//! other; what is kept here is what they are made of.
//!
//! *Shift type*: a kind of shift that comes again, such as the early one: a desk and its times. *Rota*: two to 52 weeks from
//! a Monday, with its *cover*, how many are wanted of which type on which weekday, and its *members*, those who take part and
//! within which limits. *Cell*: one person's day. *Wish*: what somebody likes, or does not, on a day. *Pin*: a cell that was
//! set by hand; a solve leaves it alone.
//!
//! A shift is of a type when it has that desk and those times; no shift knows its type. What a rule of work forbids is
//! asked of the rules that judge, and no figure of theirs is copied.

mod add;
mod add_type;
mod ask;
mod build;
mod carry_out;
mod drop_member;
mod edit_type;
mod fair;
mod list;
mod matter;
mod may;
mod month;
mod proposal;
mod remove;
mod rota;
mod set_cell;
mod set_cover;
mod set_member;
mod set_wish;
mod shift_type;
mod show;
mod solve;
mod store;
mod tally;
mod trim;

pub use add::{AddRota, add};
pub use add_type::{AddShiftType, add_type};
pub use ask::AskRota;
pub use carry_out::{CarryOut, CellPin, Deed, carry_out};
pub use drop_member::{DropMember, drop_member};
pub use edit_type::{EditShiftType, edit_type};
pub use list::{ListRotas, Rotas, list};
pub use month::{
    CellAway, CellShift, CellWish, MonthCell, MonthCover, MonthDay, MonthRow, RotaMonth,
};
pub use proposal::RotaProposal;
pub use remove::{RemoveRota, remove};
pub use rota::{Cover, Rota, RotaMember, RotaWish};
pub use set_cell::{SetCell, set_cell};
pub use set_cover::{SetCover, set_cover};
pub use set_member::{SetMember, set_member};
pub use set_wish::{SetWish, set_wish};
pub use shift_type::{ShiftType, ShiftTypeDetails};
pub use show::{ShowRota, show};
pub use solve::solve;

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "rotas.add", EditSchedule, [Shifts], add::add),
    command!(Write "rotas.add_type", EditSchedule, [Shifts], add_type::add_type),
    command!(Write "rotas.carry_out", EditSchedule, [Shifts], carry_out::carry_out),
    command!(Write "rotas.drop_member", EditSchedule, [Shifts], drop_member::drop_member),
    command!(Write "rotas.edit_type", EditSchedule, [Shifts], edit_type::edit_type),
    command!(Read "rotas.list", EditSchedule, [Shifts], list::list),
    command!(Write "rotas.remove", EditSchedule, [Shifts], remove::remove),
    command!(Write "rotas.set_cell", EditSchedule, [Shifts], set_cell::set_cell),
    command!(Write "rotas.set_cover", EditSchedule, [Shifts], set_cover::set_cover),
    command!(Write "rotas.set_member", EditSchedule, [Shifts], set_member::set_member),
    command!(Write "rotas.set_wish", EditSchedule, [Shifts], set_wish::set_wish),
    command!(Read "rotas.show", EditSchedule, [Calendar, Desks, Rules, Shifts, Staff], show::show),
    command!(Task "rotas.solve", EditSchedule, [], solve::solve),
];
