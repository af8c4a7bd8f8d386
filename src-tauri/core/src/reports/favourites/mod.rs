//! Reports that people ask for again, and the month in which the fiscal year begins.
//!
//! *Favourite*: a report by a name of its own: over which days, as a rule such as "last month", and of what alone. It is
//! the library's, not one person's.

mod favourite;
mod store;

pub use favourite::{
    AddFavourite, Favourite, FavouriteDetails, RemoveFavourite, RenameFavourite, SetFiscalYear,
    ShowFavourites,
};

pub(super) use favourite::{
    add_favourite, favourites, fiscal_month, remove_favourite, rename_favourite, set_fiscal_year,
};
