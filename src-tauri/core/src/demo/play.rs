//! Days at the desk: who comes, what they borrow, bring back, renew and use, each by its verb. The rules are the core's.

use serde_json::{Value, json};

use super::cast::{Borrower, record};
use super::days::{second, volume};
use super::dice::Dice;
use super::generate::Scale;
use super::holidays::holidays;
use super::lent::{AllOut, Out};
use super::owed::Owed;
use super::pace::Course;
use super::player::{Hand, Player, day, number};
use super::rota::Rota;
use super::setting::hours_of;
use super::stock::Copy;
use super::titles::ItemKind;
use super::week::{Flaws, first_of_week, place};
use super::worked;
use crate::kernel::{At, Day, Minute, Result};

/// How long before the end the one patron borrows whose card runs out meanwhile.
const KEEPING: u32 = 25;

/// The weeks before the end in which things are forgotten at home, in days.
const FORGETFUL: i64 = 75;

/// Something that happens at the desk.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Borrow { patron: usize, items: u32 },
    BorrowAndKeep { patron: usize },
    Return { loan: i64 },
    Renew { loan: i64 },
    UseInHouse,
    Register,
    Clock { place: usize },
}

/// The play so far.
pub(super) struct Play<'p> {
    player: &'p Player,
    dice: Dice,
    scale: Scale,
    rota: Rota,
    stock: Vec<Copy>,
    patrons: Vec<Borrower>,
    out: AllOut,
    owed: Owed,
    course: Course,
    closed: Vec<Day>,
    until: At,
    last: Day,
    next_week: Day,
    has_kept: bool,
    /// Who comes and goes today.
    stamps: Vec<worked::Stamp>,
}

impl<'p> Play<'p> {
    /// A play that begins tomorrow or today, and ends at `until`.
    pub(super) fn new(
        player: &'p Player,
        dice: Dice,
        scale: Scale,
        rota: Rota,
        stock: Vec<Copy>,
        patrons: Vec<Borrower>,
        until: At,
    ) -> Self {
        let last = player.day_of(until);
        let first = last.minus(scale.days);
        let closed: Vec<Day> = holidays(first.minus(7), last.plus(21))
            .into_iter()
            .map(|(day, _)| day)
            .collect();
        let is_open = |day: &Day| hours_of(*day, &closed).is_some();
        Self {
            player,
            dice,
            scale,
            rota,
            stock,
            patrons,
            out: AllOut::default(),
            owed: Owed::default(),
            course: Course::new(
                scale.pace,
                first.plus(1).through(last).filter(is_open),
                last,
            ),
            closed,
            until,
            last,
            next_week: first_of_week(first.plus(1)),
            has_kept: false,
            stamps: Vec::new(),
        }
    }

    /// Plays a day, as far as the play goes.
    pub(super) fn day(&mut self, day: Day) -> Result<()> {
        let Some((opens, closes)) = hours_of(day, &self.closed) else {
            return Ok(());
        };
        let opening = self.player.instant(day, opens);
        if opening >= self.until {
            return Ok(());
        }
        self.player.go_to(opening)?;
        self.place_weeks(day)?;
        self.owed.some_pay(self.player, &mut self.dice)?;
        let today = (day, self.last);
        self.stamps = worked::stamps(self.player, &self.rota, &mut self.dice, today)?;
        for (at, deed) in self.plan(day, opens, closes) {
            if at.max(self.player.now()) >= self.until {
                break;
            }
            self.player.go_to(at)?;
            self.carry_out(deed, day)?;
        }
        Ok(())
    }

    /// Ends the play: shifts through next week, and a few things that are not where they should be.
    pub(super) fn close(&mut self) -> Result<()> {
        self.place_weeks(self.last)?;
        worked::settle(self.player, &self.rota, self.last)?;
        let count = self.stock.len() / 130;
        for status in ["missing", "missing", "repair", "withdrawn", "lost"] {
            for _ in 0..count.max(1) {
                let place = self.dice.place(self.stock.len());
                let copy = &self.stock[place];
                if !copy.out && copy.kind != ItemKind::Laptop {
                    let input = json!({ "item": copy.id, "status": status });
                    self.player.call(Hand::Clerk, "catalog.set_status", input)?;
                }
            }
        }
        Ok(())
    }

    /// Places all weeks through the one after a day's.
    fn place_weeks(&mut self, day: Day) -> Result<()> {
        let (this, through) = (first_of_week(self.last), first_of_week(day).plus(7));
        while self.next_week <= through {
            let flaws = match self.next_week.days_since(this) {
                0 => Flaws::ThisWeek,
                7 => Flaws::NextWeek,
                _ => Flaws::None,
            };
            place(self.player, &self.rota, self.next_week, &self.closed, flaws)?;
            self.next_week = self.next_week.plus(7);
        }
        Ok(())
    }

    /// What happens on a day, in order of time.
    fn plan(&mut self, day: Day, opens: Minute, closes: Minute) -> Vec<(At, Deed)> {
        // What is due on the last day has yet to come in when somebody opens the library.
        let waits = |out: &Out| day == self.last && out.due == day;
        let due_back = |out: &Out| out.back.is_some_and(|back| back <= day) && !waits(out);
        let due_renewal = |out: &Out| out.renew.is_some_and(|renew| renew <= day);
        let returns = self.out.iter().filter(|out| due_back(out));
        let renewals = self.out.iter().filter(|out| due_renewal(out));
        let mut deeds: Vec<Deed> = returns
            .map(|out| Deed::Return { loan: out.loan })
            .chain(renewals.map(|out| Deed::Renew { loan: out.loan }))
            .collect();
        let plain = self.course.plain(day);
        let mut loans = volume(&mut self.dice, day, plain);
        deeds.extend((0..loans / 8).map(|_| Deed::UseInHouse));
        while loans > 0 {
            let items = 1 + u32::try_from(self.dice.weighed(&[35, 30, 20, 10, 5])).unwrap_or(0);
            loans = loans.saturating_sub(items);
            let patron = 1 + self.dice.place(self.patrons.len() - 1);
            deeds.push(Deed::Borrow { patron, items });
        }
        if self.patrons.len() < self.scale.patrons {
            let (sure, perhaps) = (self.scale.newcomers / 1000, self.scale.newcomers % 1000);
            let count = sure + u32::from(self.dice.in_thousand(perhaps));
            deeds.extend((0..count).map(|_| Deed::Register));
        }
        if !self.has_kept && self.last.minus(KEEPING) <= day {
            self.has_kept = true;
            deeds.push(Deed::BorrowAndKeep { patron: 0 });
        }
        let midnight = self.player.instant(day, Minute::MIDNIGHT);
        // A day on which the clocks change is one on which the library is closed, so a second counts from midnight.
        let mut plan: Vec<(At, Deed)> = deeds
            .into_iter()
            .map(|deed| {
                (
                    midnight.plus_seconds(second(&mut self.dice, opens, closes)),
                    deed,
                )
            })
            .collect();
        let stamps = self.stamps.iter().enumerate();
        plan.extend(stamps.map(|(place, stamp)| (stamp.at, Deed::Clock { place })));
        plan.sort_by_key(|(at, _)| *at);
        plan
    }

    fn carry_out(&mut self, deed: Deed, day: Day) -> Result<()> {
        match deed {
            Deed::Borrow { patron, items } => {
                for _ in 0..items {
                    if !self.lend(patron, day)? {
                        break;
                    }
                    self.pause(12, 40)?;
                }
                Ok(())
            }
            Deed::BorrowAndKeep { patron } => {
                self.lend(patron, day)?;
                if let Some(out) = self.out.last_mut() {
                    (out.back, out.renew) = (None, None);
                }
                Ok(())
            }
            Deed::Return { loan } => self.take_back(loan),
            Deed::Renew { loan } => self.renew(loan),
            Deed::UseInHouse => self.use_in_house(),
            Deed::Register => self.register(),
            Deed::Clock { place } => worked::stamp(self.player, &self.stamps[place]),
        }
    }

    /// Lends something to a patron; now and then in spite of a rule, now and then by mistake. Answers whether it went.
    fn lend(&mut self, patron: usize, day: Day) -> Result<bool> {
        let Some(copy) = self.choose(patron).filter(|_| !self.course.is_over()) else {
            return Ok(false);
        };
        let hand = self.hand();
        let (patron, item) = (self.patrons[patron].id, self.stock[copy].id);
        let input = json!({ "patron": patron, "item": item, "override": null });
        let mut lent = self.player.try_call(hand, "circulation.check_out", input)?;
        if lent.is_none() && self.dice.in_thousand(60) {
            let reason = json!({ "reason": "spoke with the patron at the desk" });
            let input = json!({ "patron": patron, "item": item, "override": reason });
            lent = self
                .player
                .try_call(Hand::Supervisor, "circulation.check_out", input)?;
        }
        let Some(lent) = lent else {
            return Ok(false);
        };
        if self.dice.in_thousand(6) {
            self.pause(5, 30)?;
            self.player
                .call(hand, "circulation.undo", json!({ "undo": lent["undo"] }))?;
            return Ok(true);
        }
        self.stock[copy].out = true;
        self.course.lends();
        let out = self.meant(&lent, copy, day)?;
        self.out.push(out);
        Ok(true)
    }

    /// What the patron means to do with what they have just borrowed.
    fn meant(&mut self, lent: &Value, copy: usize, today: Day) -> Result<Out> {
        let due = day(lent, "/loan/due")?;
        let mut out = Out {
            loan: number(lent, "/loan/id")?,
            copy,
            due,
            back: None,
            renew: None,
        };
        let is_forgotten =
            self.last.days_since(today) <= FORGETFUL && self.dice.in_thousand(self.scale.forgotten);
        if is_forgotten {
            return Ok(out);
        }
        // Some of what is due on the last day is brought on the last day.
        if due == self.last && self.dice.in_thousand(600) {
            out.back = Some(due);
            return Ok(out);
        }
        let days = u32::try_from(due.days_since(today)).unwrap_or(0);
        match self.dice.below(100) {
            0..=4 => out.back = Some(due.plus(self.dice.between(1, 12))),
            5..=22 if days > 4 => {
                out.renew = Some(due.minus(self.dice.below(4)));
                out.back = Some(due.plus(self.dice.between(4, 18)));
            }
            23..=32 => out.back = Some(due),
            _ => out.back = Some(due.minus(self.dice.below(days.clamp(1, 16)))),
        }
        Ok(out)
    }

    fn take_back(&mut self, loan: i64) -> Result<()> {
        let Some(Out { copy, .. }) = self.out.take(loan) else {
            return Ok(());
        };
        let hand = self.hand();
        let input = json!({ "item": self.stock[copy].id });
        let answer = self.player.call(hand, "circulation.check_in", input)?;
        self.stock[copy].out = false;
        self.owed.came_back(self.player, &mut self.dice, &answer)
    }

    /// Renews a loan, where a rule does not say no; then it comes back as it would have.
    fn renew(&mut self, loan: i64) -> Result<()> {
        let Some(out) = self.out.of(loan) else {
            return Ok(());
        };
        out.renew = None;
        let hand = self.hand();
        let input = json!({ "loan": loan, "override": null });
        let Some(renewed) = self.player.try_call(hand, "circulation.renew", input)? else {
            return Ok(());
        };
        let due = day(&renewed, "/loan/due")?;
        let again = self.dice.in_thousand(250).then(|| due.minus(1));
        let back = due.minus(self.dice.below(10));
        let Some(out) = self.out.of(loan) else {
            return Ok(());
        };
        (out.due, out.renew) = (due, again);
        out.back = out
            .back
            .map(|_| if again.is_some() { due.plus(9) } else { back });
        Ok(())
    }

    fn use_in_house(&mut self) -> Result<()> {
        let place = self.dice.place(self.stock.len());
        let copy = &self.stock[place];
        if !copy.out {
            let input = json!({ "item": copy.id });
            let hand = self.hand();
            self.player
                .try_call(hand, "circulation.record_in_house", input)?;
        }
        Ok(())
    }

    fn register(&mut self) -> Result<()> {
        let new = record(&mut self.dice, self.patrons.len(), self.scale, self.last);
        let born = new.born.filter(|born| *born < self.player.today());
        let category = self.player.call(Hand::Clerk, "policies.rules", json!({}))?;
        let category = category["categories"].as_array().into_iter().flatten();
        let category = category
            .into_iter()
            .find(|category| category["name"] == new.category);
        let details = json!({
            "card": new.card, "given_name": new.given, "family_name": new.family,
            "category": category.map(|category| &category["id"]), "email": new.email, "phone": new.phone,
            "address": new.address, "born": born, "expires": new.expires, "note": new.note,
        });
        let patron = self.player.call(
            Hand::Clerk,
            "patrons.register",
            json!({ "details": details }),
        )?;
        self.patrons.push(Borrower {
            id: number(&patron, "/id")?,
            category: new.category,
        });
        Ok(())
    }

    /// Something on the shelf that this patron would take; the first titles are the popular ones.
    fn choose(&mut self, patron: usize) -> Option<usize> {
        let is_child = self.patrons[patron].category == "Child";
        let count = self.stock.len();
        (0..16).find_map(|_| {
            let place = self.dice.place(count).min(self.dice.place(count));
            let copy = &self.stock[place];
            let chance = match copy.kind {
                ItemKind::ChildrensBook if is_child => 1000,
                ItemKind::ChildrensBook => 200,
                ItemKind::Book | ItemKind::Dvd if is_child => 250,
                ItemKind::Book | ItemKind::Dvd => 1000,
                ItemKind::Laptop => 400,
                ItemKind::Reference => 0,
            };
            (!copy.out && self.dice.in_thousand(chance)).then_some(place)
        })
    }

    fn hand(&mut self) -> Hand {
        match self.dice.weighed(&[52, 38, 10]) {
            0 => Hand::Student,
            1 => Hand::Clerk,
            _ => Hand::Supervisor,
        }
    }

    fn pause(&mut self, shortest: u32, longest: u32) -> Result<()> {
        let seconds = self.dice.between(shortest, longest);
        self.player
            .go_to(self.player.now().plus_seconds(seconds.into()))
    }
}
