//! Every command of every domain, gathered once. It runs none.

use std::sync::LazyLock;

use super::{
    backups, clock_while_locked, recovery, set_up, sign_in, tasks, whereabouts, while_locked,
};
use crate::kernel::command::Command;
use crate::kernel::contract::Contract;
use crate::kernel::{Error, Result, audit};
use crate::{
    accounts, activity, backup, catalog, charges, circulation, duties, hours, patrons, policies,
    reports, rotas, schedule, solving, staff, today, trades, transfer,
};

static ALL: LazyLock<Vec<&'static Command>> = LazyLock::new(|| {
    let domains = [
        sign_in::COMMANDS,
        tasks::COMMANDS,
        clock_while_locked::COMMANDS,
        while_locked::COMMANDS,
        backups::COMMANDS,
        set_up::COMMANDS,
        recovery::COMMANDS,
        whereabouts::COMMANDS,
        audit::COMMANDS,
        activity::COMMANDS,
        catalog::COMMANDS,
        policies::COMMANDS,
        staff::COMMANDS,
        accounts::COMMANDS,
        patrons::COMMANDS,
        charges::COMMANDS,
        schedule::COMMANDS,
        solving::COMMANDS,
        circulation::COMMANDS,
        hours::COMMANDS,
        duties::COMMANDS,
        rotas::COMMANDS,
        trades::COMMANDS,
        transfer::COMMANDS,
        backup::COMMANDS,
        reports::COMMANDS,
        today::COMMANDS,
    ];
    let mut all: Vec<&Command> = domains.into_iter().flatten().collect();
    all.sort_by_key(|command| command.name);
    all
});

/// All commands by name.
pub fn commands() -> &'static [&'static Command] {
    &ALL
}

/// The command of that name.
pub fn command(name: &str) -> Result<&'static Command> {
    let place = ALL.binary_search_by_key(&name, |command| command.name);
    place
        .map(|place| ALL[place])
        .map_err(|_| Error::UnknownCommand(name.to_owned()))
}

/// The types of all commands, and of what travels beside them.
pub fn contract() -> Contract {
    let mut contract = Contract::of(commands());
    contract.also::<crate::kernel::error::Failure>();
    contract.also::<crate::kernel::Reason>();
    contract.also::<crate::kernel::topic::Topic>();
    contract
}
