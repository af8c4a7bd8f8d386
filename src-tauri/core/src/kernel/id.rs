//! One type for each kind of row, so that a loan's number never passes for a patron's; it makes no numbers itself, SQLite does.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What every row number can say of itself.
pub trait Id: Copy {
    /// The kind of thing as the audit names it, in snake case.
    const KIND: &'static str;

    /// The number of the row in its table.
    fn row(self) -> i64;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $kind:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub struct $name(i64);

        impl $name {
            /// The id of a row that is known by its number.
            pub const fn of(row: i64) -> Self {
                Self(row)
            }
        }

        impl Id for $name {
            const KIND: &'static str = $kind;

            fn row(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_i64().map(Self)
            }
        }
    )*};
}

ids! {
    /// Somebody who may use Carrel.
    AccountId "account",
    /// The week that somebody told to be theirs.
    AvailabilityId "availability",
    /// A patron category, such as "Adult".
    CategoryId "category",
    /// What somebody owes the library for one thing.
    ChargeId "charge",
    /// Somebody's classes replaced by others.
    ClassChangeId "class_change",
    /// A class of somebody who works here.
    ClassId "class",
    /// A payment, a waiver, or either taken back.
    CreditId "credit",
    /// A place of work.
    DeskId "desk",
    /// Something done at a desk each day.
    DutyId "duty",
    /// A counted event.
    EventId "event",
    /// A report that people ask for again.
    FavouriteId "favourite",
    /// Patrons who live together.
    HouseholdId "household",
    /// One file brought in.
    ImportId "import",
    /// One physical thing with a barcode.
    ItemId "item",
    /// A kind of item that loan rules tell apart.
    ItemTypeId "item_type",
    /// Time in which somebody is away.
    LeaveId "leave",
    /// One lending of one item.
    LoanId "loan",
    /// An item that was scanned while the desk was locked.
    LockedReturnId "locked_return",
    /// A message for a patron.
    MessageId "message",
    /// What one shift tells the next.
    NoteId "note",
    /// Loans that were moved off closed days together.
    MoveId "move",
    /// Somebody who is to work with another, or not.
    PairId "pair",
    /// Somebody who borrows.
    PatronId "patron",
    /// A stretch of days of the schedule as everybody was told of it.
    PublicationId "publication",
    /// Some weeks that are filled together with kinds of shift.
    RotaId "rota",
    /// A stretch of work of one person at one desk.
    ShiftId "shift",
    /// A kind of shift that comes again.
    ShiftTypeId "shift_type",
    /// Something that staff learn to do.
    SkillId "skill",
    /// Somebody who works here.
    StaffId "staff",
    /// Somebody came to work, or went.
    StampId "stamp",
    /// A week of the schedule without a date.
    TemplateId "template",
    /// A stretch of the year in which classes meet.
    TermId "term",
    /// A title's record.
    TitleId "title",
    /// A shift on its way from one person to another.
    TradeId "trade",
    /// Something done at the desk that can be taken back.
    UndoId "undo",
}
