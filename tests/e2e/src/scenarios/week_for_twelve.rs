//! A week for twelve people is built by hand and by keys, changed, taken back and done again, published, changed once
//! more, published again, and printed: the sheet for the wall and a page for each person.

use serde_json::{Value, json};

use super::grid::{EmptyWeek, focus, list};
use super::people::MAYA;
use super::print_reports::{keeps_pdf, saves_pdf};
use super::scene::text;
use crate::desk::Desk;
use crate::trouble::{Outcome, Trouble, demand};

const PEOPLE: usize = 12;

pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    let scene = Scene::find(desk).await?;
    scene.week.opens(desk, "day", "people", 60).await?;
    scene.draws_the_first(desk).await?;
    scene.places_the_second(desk).await?;
    scene.copies_for_the_rest(desk).await?;
    desk.shoots("built").await?;
    scene.changes(desk).await?;
    scene.publishes(desk).await?;
    scene.paints_needs(desk).await?;
    scene.prints(desk).await
}

/// A week without shifts, and the people who are to work on its Monday.
struct Scene {
    week: EmptyWeek,
    people: Vec<(i64, String)>,
}

impl Scene {
    async fn find(desk: &Desk) -> Outcome<Self> {
        let today = desk.ask("schedule.week", json!({ "day": desk.today().await? })).await?;
        let people = list(&today["people"]).iter().take(PEOPLE).map(|one| {
            let person = &one["person"];
            Ok((person["id"].as_i64().unwrap_or_default(), text(&person["details"]["name"])?))
        });
        let people: Vec<_> = people.collect::<Outcome<_>>()?;
        demand(people.len() == PEOPLE, || format!("only {} people work here", people.len()))?;
        Ok(Self { week: EmptyWeek::after(desk, &today["first"], 22).await?, people })
    }

    /// By pointer: a shift is drawn over the empty row of the first person.
    async fn draws_the_first(&self, desk: &Desk) -> Outcome {
        let row = format!("[data-row='{}'] [data-track]", self.people[0].0);
        let row = desk.client.find(fantoccini::Locator::Css(&row)).await?;
        desk.drags(&row, 100, 0).await?;
        desk.press("Place shift").await?;
        self.week.waits(desk, "a drawn shift", |shifts| shifts.len() == 1).await
    }

    /// By keys: Enter on a name begins a shift, Enter in its fields places it.
    async fn places_the_second(&self, desk: &Desk) -> Outcome {
        focus(desk, &format!("[data-name='{}']", self.people[1].0)).await?;
        desk.strikes("Enter").await?;
        desk.sees("New shift").await?;
        desk.strikes("Enter").await?;
        self.week.waits(desk, "a placed shift", |shifts| shifts.len() == 2).await
    }

    /// By keys: the first shift is copied, and pasted for everybody else.
    async fn copies_for_the_rest(&self, desk: &Desk) -> Outcome {
        let first = self.of(desk, 0).await?;
        focus(desk, &format!("[data-shift='{}']", first["id"])).await?;
        desk.strikes("Enter").await?;
        desk.strikes("Ctrl+C").await?;
        for (place, (id, _)) in self.people.iter().enumerate().skip(2) {
            focus(desk, &format!("[data-name='{id}']")).await?;
            desk.types(" ").await?;
            desk.strikes("Ctrl+V").await?;
            self.week.waits(desk, "a pasted shift", |shifts| shifts.len() == place + 1).await?;
        }
        Ok(())
    }

    /// The shift of one of the twelve.
    async fn of(&self, desk: &Desk, place: usize) -> Outcome<Value> {
        let shifts = self.week.shifts(desk).await?;
        let own = shifts.iter().find(|shift| shift["details"]["staff"] == self.people[place].0);
        own.cloned().ok_or_else(|| Trouble::not_so(format!("{} has no shift", self.people[place].1)))
    }

    async fn changes(&self, desk: &Desk) -> Outcome {
        let before = self.week.shifts(desk).await?;
        let third = self.of(desk, 2).await?;
        focus(desk, &format!("[data-shift='{}']", third["id"])).await?;
        desk.strikes("Enter").await?;
        desk.strikes("Ctrl+Right").await?;
        let end = third["details"]["end"].as_i64().unwrap_or_default();
        let is = |shift: &Value, field: &str, value: i64| shift["details"][field] == value;
        let longer = |shifts: &[Value]| shifts.iter().any(|shift| shift["id"] == third["id"] && is(shift, "end", end + 60));
        self.week.waits(desk, "an hour more", longer).await?;

        desk.press("Split").await?;
        self.week.waits(desk, "two halves", |shifts| shifts.len() == PEOPLE + 1).await?;
        focus(desk, &format!("[data-shift='{}']", third["id"])).await?;
        desk.strikes("Shift+Right").await?;
        desk.sees("2 shifts selected").await?;
        desk.shows("two-selected").await?;
        desk.press("Merge into one").await?;
        self.week.waits(desk, "one again", |shifts| shifts.len() == PEOPLE).await?;

        self.swaps(desk).await?;
        for _ in 0..4 {
            desk.press("Undo").await?;
        }
        self.week.waits(desk, "all as it was", |shifts| shifts == before).await?;
        for _ in 0..4 {
            desk.strikes("Ctrl+Shift+Z").await?;
        }
        self.week.waits(desk, "all done again", longer).await
    }

    /// Two shifts with the pointer and Shift, then S.
    async fn swaps(&self, desk: &Desk) -> Outcome {
        let (one, other) = (self.of(desk, 0).await?, self.of(desk, 1).await?);
        focus(desk, &format!("[data-shift='{}']", one["id"])).await?;
        desk.strikes("Enter").await?;
        desk.strikes("Shift+Down").await?;
        desk.sees("2 shifts selected").await?;
        desk.strikes("S").await?;
        let swapped = |shifts: &[Value]| {
            let of = |id: &Value| shifts.iter().find(|shift| shift["id"] == *id).map(|shift| shift["details"]["staff"].clone());
            of(&one["id"]) == Some(other["details"]["staff"].clone())
        };
        self.week.waits(desk, "two who swapped", swapped).await
    }

    async fn publishes(&self, desk: &Desk) -> Outcome {
        desk.press("Publish").await?;
        desk.sees("These days were not published yet").await?;
        desk.shows("to-publish").await?;
        desk.press(&format!("Publish {PEOPLE} changes")).await?;
        desk.sees_no_more("These days were not published yet").await?;
        let last = self.of(desk, 4).await?;
        let block = format!("[data-shift='{}']", last["id"]);
        let block = desk.client.find(fantoccini::Locator::Css(&block)).await?;
        desk.drags(&block, -80, 0).await?;
        desk.sees("1 change").await?;
        desk.strikes("Esc").await?;
        desk.strikes("P").await?;
        desk.sees("instead of").await?;
        desk.shows("what-changed").await?;
        desk.press("Publish 1 change").await?;
        desk.sees_no_more("instead of").await
    }

    /// By keys and by pointer: how many people a desk needs, slot by slot.
    async fn paints_needs(&self, desk: &Desk) -> Outcome {
        desk.press("More").await?;
        desk.press("Paint needs").await?;
        focus(desk, "[data-slot='0'][data-day='0']").await?;
        desk.strikes("Right").await?;
        desk.strikes("Shift+Down").await?;
        desk.types("2").await?;
        let plans = async || -> Outcome<usize> {
            let needs = desk.ask("schedule.needs", json!({})).await?;
            Ok(list(&needs).len())
        };
        let painted = plans().await?;
        let cell = desk.client.find(fantoccini::Locator::Css("[data-slot='2'][data-day='2']")).await?;
        desk.drags(&cell, 0, 60).await?;
        for _ in 0..100 {
            if plans().await? > painted {
                break;
            }
        }
        desk.shows("needs").await?;
        demand(plans().await? > painted, || "nothing was painted".to_owned())?;
        desk.press("Done").await
    }

    /// From the grid to the wall: the sheet of the week on the screen names everybody and says who published it; then
    /// each of the twelve has a page of their own. Both are kept as files.
    async fn prints(&self, desk: &Desk) -> Outcome {
        self.week.opens(desk, "week", "people", 60).await?;
        desk.strikes("Ctrl+P").await?;
        desk.sees("Week by person").await?;
        let sheet = keeps_pdf(desk).await?;
        self.names_all(&sheet)?;
        demand(sheet.contains("· published"), || format!("the sheet does not say who published it: {sheet}"))?;
        desk.shoots("sheet").await?;
        desk.press("A page a person").await?;
        desk.finds("any", &format!("Page {PEOPLE} of {PEOPLE}")).await?;
        self.names_all(&saves_pdf(desk).await?)?;
        desk.shoots("pages").await
    }

    fn names_all(&self, page: &str) -> Outcome {
        let missing: Vec<&str> =
            self.people.iter().map(|(_, name)| name.as_str()).filter(|name| !page.contains(name)).collect();
        demand(missing.is_empty(), || format!("the page does not name {missing:?}: {page}"))
    }
}
