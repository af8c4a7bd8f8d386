//! The rules that Carrel brings, in the order in which they are listed. Those that come from laws and campuses are `law`'s.

use carrel_roster::{Kind, Together};

use super::choice::UsState;
use super::group::WorkGroup;
use super::law;
use super::rule::{FigureUnit, RuleSeverity};
use crate::kernel::Day;

/// The day on which the sources were read.
const CHECKED: (i32, u32, u32) = (2026, 11, 22);

/// Gives the value of a figure by its name.
pub(super) type Figures<'f> = &'f dyn Fn(&str) -> Option<u32>;

/// A rule as Carrel brings it.
pub(super) struct Entry {
    pub(super) id: &'static str,
    /// What it looks for; none where it is only told.
    pub(super) kind: Option<fn(Figures<'_>) -> Kind>,
    pub(super) severity: RuleSeverity,
    pub(super) active: bool,
    /// Whether everybody may see what breaks it: others tell of visas, ages and classes.
    pub(super) open: bool,
    pub(super) together: bool,
    pub(super) only: &'static [WorkGroup],
    pub(super) except: &'static [WorkGroup],
    pub(super) ages: Option<(u32, u32)>,
    pub(super) figures: &'static [Figure],
    /// Citations with the addresses at which they were read.
    pub(super) sources: &'static [(&'static str, &'static str)],
    pub(super) state: Option<UsState>,
}

/// A number of a rule as Carrel brings it.
pub(super) struct Figure {
    pub(super) name: &'static str,
    pub(super) unit: FigureUnit,
    pub(super) value: Option<u32>,
    pub(super) required: bool,
    pub(super) least: u32,
    pub(super) most: u32,
}

/// Every rule.
pub(super) fn entries() -> impl Iterator<Item = &'static Entry> {
    OWN.iter().chain(law::LAW).chain(law::BREAKS).chain(COVER)
}

impl Entry {
    /// A rule for everybody that warns.
    pub(super) const fn warns(id: &'static str, kind: fn(Figures<'_>) -> Kind) -> Self {
        Self {
            id,
            kind: Some(kind),
            severity: RuleSeverity::Warn,
            active: true,
            open: false,
            together: false,
            only: &[],
            except: &[],
            ages: None,
            figures: &[],
            sources: &[],
            state: None,
        }
    }

    /// A rule for everybody that blocks.
    pub(super) const fn blocks(id: &'static str, kind: fn(Figures<'_>) -> Kind) -> Self {
        Self {
            severity: RuleSeverity::Block,
            ..Self::warns(id, kind)
        }
    }

    /// A rule about those who are there together.
    const fn together(id: &'static str, kind: fn(Figures<'_>) -> Kind) -> Self {
        Self {
            together: true,
            open: true,
            ..Self::warns(id, kind)
        }
    }

    /// The day on which its sources were read.
    pub(super) fn checked(&self) -> Option<Day> {
        let (year, month, day) = CHECKED;
        Day::of(year, month, day).filter(|_| !self.sources.is_empty())
    }
}

impl Figure {
    /// Minutes of work, told as hours.
    pub(super) const fn hours(name: &'static str, minutes: u32) -> Self {
        Self::of(name, FigureUnit::Hours, minutes, (0, 10_080))
    }

    /// Minutes.
    pub(super) const fn minutes(name: &'static str, minutes: u32) -> Self {
        Self::of(name, FigureUnit::Minutes, minutes, (0, 1_440))
    }

    /// A count of something.
    pub(super) const fn of(
        name: &'static str,
        unit: FigureUnit,
        value: u32,
        bounds: (u32, u32),
    ) -> Self {
        Self {
            name,
            unit,
            value: Some(value),
            required: true,
            least: bounds.0,
            most: bounds.1,
        }
    }

    /// The same, but it need not limit.
    pub(super) const fn or_none(self) -> Self {
        Self {
            required: false,
            ..self
        }
    }

    /// The same, and it does not limit.
    pub(super) const fn none(self) -> Self {
        Self {
            value: None,
            required: false,
            ..self
        }
    }
}

/// A figure that must have a value.
pub(super) fn figure(figures: Figures<'_>, name: &str) -> u32 {
    figures(name).unwrap_or_default()
}

/// The same, within a day.
pub(super) fn minute(figures: Figures<'_>, name: &str) -> u16 {
    u16::try_from(figure(figures, name)).unwrap_or(1_440)
}

/// Common sense: where somebody cannot be, and how much is too much.
const OWN: &[Entry] = &[
    Entry {
        open: true,
        ..Entry::blocks("DOUBLE", |_| Kind::DoubleBooking)
    },
    Entry::warns("AVAILABLE", |_| Kind::Availability),
    Entry {
        figures: &[Figure::of("travel", FigureUnit::Minutes, 0, (0, 240))],
        sources: law::CLASSES,
        ..Entry::blocks("CLASS", |figures| Kind::Class {
            travel: minute(figures, "travel"),
        })
    },
    Entry::blocks("LEAVE", |_| Kind::Leave),
    Entry {
        open: true,
        figures: &[Figure::of("margin", FigureUnit::Minutes, 0, (0, 240))],
        ..Entry::blocks("HOURS", |figures| Kind::OpeningHours {
            margin: minute(figures, "margin"),
        })
    },
    Entry {
        open: true,
        ..Entry::blocks("EMPLOYED", |_| Kind::Employment)
    },
    Entry {
        open: true,
        ..Entry::warns("WANTED", |_| Kind::Wanted)
    },
    Entry::blocks("AGREED", |_| Kind::Agreed),
    Entry {
        figures: &[Figure::hours("least", 600)],
        ..Entry::warns("REST", |figures| Kind::Rest {
            least: figure(figures, "least"),
        })
    },
    Entry {
        active: false,
        ..Entry::warns("CLOSE-OPEN", |_| Kind::CloseOpen)
    },
    Entry {
        active: false,
        figures: &[Figure::hours("most", 480)],
        ..Entry::warns("DAY-HOURS", |figures| Kind::DayHours {
            most: figure(figures, "most"),
        })
    },
    Entry {
        active: false,
        figures: &[Figure::of("most", FigureUnit::Days, 5, (1, 7))],
        ..Entry::warns("WEEK-DAYS", |figures| Kind::DaysPerWeek {
            most: figure(figures, "most"),
        })
    },
    Entry {
        active: false,
        figures: &[Figure::of("most", FigureUnit::Days, 6, (1, 60))],
        ..Entry::warns("ROW-DAYS", |figures| Kind::ConsecutiveDays {
            most: figure(figures, "most"),
        })
    },
];

/// Who must be there with whom.
const COVER: &[Entry] = &[
    Entry {
        open: true,
        ..Entry::warns("TRAINED", |_| Kind::Skill)
    },
    Entry::together("COVER-TRAINED", |_| Kind::Together(Together::Trained)),
    Entry::together("COVER-SENIOR", |_| Kind::Together(Together::Senior)),
    Entry {
        active: false,
        ..Entry::together("ALONE", |_| Kind::Together(Together::Alone))
    },
    Entry {
        open: false,
        figures: &[Figure::of("age", FigureUnit::Years, 18, (14, 30))],
        ..Entry::together("ALONE-UNDER", |figures| {
            Kind::Together(Together::AloneUnder {
                age: figure(figures, "age"),
            })
        })
    },
    // Many a small library opens with one; who wants two says so.
    Entry {
        active: false,
        figures: &[
            Figure::of("people", FigureUnit::People, 2, (1, 20)),
            Figure::of("minutes", FigureUnit::Minutes, 15, (1, 240)),
        ],
        ..Entry::together("OPEN-CLOSE", |figures| {
            Kind::Together(Together::OpenClose {
                people: figure(figures, "people"),
                minutes: minute(figures, "minutes"),
            })
        })
    },
    // Who was said to keep apart may have a reason that nobody else has to know.
    Entry {
        open: false,
        severity: RuleSeverity::Block,
        ..Entry::together("PAIR-APART", |_| Kind::Together(Together::Apart))
    },
    Entry {
        open: false,
        ..Entry::together("PAIR-BESIDE", |_| Kind::Together(Together::Beside))
    },
    Entry {
        open: false,
        ..Entry::together("PAIR-ALONE", |_| Kind::Together(Together::Accompanied))
    },
    Entry {
        figures: &[Figure::of("minutes", FigureUnit::Minutes, 15, (1, 240))],
        ..Entry::together("KEY", |figures| {
            Kind::Together(Together::Keyholder {
                minutes: minute(figures, "minutes"),
            })
        })
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rules_have_names_of_their_own_and_figures_within_their_bounds() {
        let names: BTreeSet<_> = entries().map(|entry| entry.id).collect();
        assert_eq!(names.len(), entries().count());
        for entry in entries() {
            for figure in entry.figures {
                let within = |value| (figure.least..=figure.most).contains(&value);
                assert!(
                    figure.value.is_none_or(within),
                    "{} {}",
                    entry.id,
                    figure.name
                );
                assert!(
                    figure.value.is_some() || !figure.required,
                    "{} {}",
                    entry.id,
                    figure.name
                );
            }
        }
    }

    #[test]
    fn each_rule_finds_its_figures_by_their_names() {
        for entry in entries() {
            let Some(kind) = entry.kind else { continue };
            let asked = std::cell::RefCell::new(BTreeSet::new());
            kind(&|name: &str| {
                asked.borrow_mut().insert(name.to_owned());
                Some(1)
            });
            let named: BTreeSet<_> = entry
                .figures
                .iter()
                .map(|figure| figure.name.to_owned())
                .collect();
            assert_eq!(asked.into_inner(), named, "{}", entry.id);
        }
    }

    #[test]
    fn what_comes_from_elsewhere_says_when_it_was_read() {
        for entry in entries() {
            assert_eq!(
                entry.checked().is_some(),
                !entry.sources.is_empty(),
                "{}",
                entry.id
            );
        }
    }
}
