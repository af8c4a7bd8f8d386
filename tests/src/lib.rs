//! Tests through the front door, tidy rules and upgrades. No test here opens a window.

#[cfg(test)]
mod library;

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod catalog;
#[cfg(test)]
mod charges;
#[cfg(test)]
mod circulation;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod duties;
#[cfg(test)]
mod front;
#[cfg(test)]
mod hours;
#[cfg(test)]
mod kernel;
#[cfg(test)]
mod patrons;
#[cfg(test)]
mod policies;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod rotas;
#[cfg(test)]
mod schedule;
#[cfg(test)]
mod soak;
#[cfg(test)]
mod solving;
#[cfg(test)]
mod staff;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod today;
#[cfg(test)]
mod trades;
#[cfg(test)]
mod transfer;
