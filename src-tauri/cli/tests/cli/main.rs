//! The program as people and scripts call it.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod benches;
#[cfg(test)]
mod solve;
#[cfg(test)]
mod tests;
