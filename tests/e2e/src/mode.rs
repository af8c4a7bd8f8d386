//! What the scenarios are played for, as the command line says it.

use std::path::PathBuf;

/// What the scenarios are played for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// To see whether they pass: those named, or all.
    Test(Vec<String>),
    /// To leave pictures and pages in a folder.
    Tour(Tour),
    /// Not played: started, to see how long that takes.
    Start(Start),
}

/// A tour: where its pictures go and how the window looks on them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tour {
    /// The folder of the pictures.
    pub folder: PathBuf,
    /// Width and height of the window, where it is not to begin in its own.
    pub size: Option<(u32, u32)>,
    /// Whether the system wishes for dark windows.
    pub dark: bool,
    /// The scenarios that are played, or all.
    pub wanted: Vec<String>,
}

/// What is started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    /// The empty window.
    pub empty: PathBuf,
    /// The libraries on which Carrel is started.
    pub libraries: Vec<PathBuf>,
    /// Whether each line is JSON.
    pub json: bool,
}

impl Mode {
    /// The mode that the words mean, if they mean one.
    pub fn of(words: &[String]) -> Option<Self> {
        match words {
            [test, wanted @ ..] if test == "test" => Some(Self::Test(wanted.to_vec())),
            [start, rest @ ..] if start == "start" => start_of(rest).map(Self::Start),
            [tour, folder, rest @ ..] if tour == "tour" => tour_to(folder, rest).map(Self::Tour),
            _ => None,
        }
    }

    /// The scenarios that were named.
    pub fn wanted(&self) -> &[String] {
        match self {
            Self::Test(wanted) | Self::Tour(Tour { wanted, .. }) => wanted,
            Self::Start(_) => &[],
        }
    }
}

fn tour_to(folder: &str, rest: &[String]) -> Option<Tour> {
    let mut tour = Tour {
        folder: folder.into(),
        ..Tour::default()
    };
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--size" => tour.size = Some(size(words.next()?)?),
            "--theme" => tour.dark = is_dark(words.next()?)?,
            option if option.starts_with("--") => return None,
            name => tour.wanted.push(name.to_owned()),
        }
    }
    Some(tour)
}

fn start_of(words: &[String]) -> Option<Start> {
    let (options, files): (Vec<&String>, Vec<&String>) =
        words.iter().partition(|word| word.starts_with("--"));
    let (empty, libraries) = files.split_first()?;
    let is_known = options.iter().all(|option| *option == "--json") && !libraries.is_empty();
    is_known.then(|| Start {
        empty: empty.into(),
        libraries: libraries.iter().map(PathBuf::from).collect(),
        json: !options.is_empty(),
    })
}

/// `1024x700`.
fn size(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('x')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}

fn is_dark(theme: &str) -> Option<bool> {
    match theme {
        "light" => Some(false),
        "dark" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(line: &str) -> Option<Mode> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Mode::of(&words)
    }

    #[test]
    fn a_tour_may_be_small_and_dark_and_of_a_few_scenarios() {
        let Some(Mode::Tour(tour)) = mode("tour out --size 1024x700 --theme dark money") else {
            panic!("a tour is meant");
        };
        assert_eq!((tour.size, tour.dark), (Some((1024, 700)), true));
        assert_eq!(tour.wanted, ["money"]);
    }

    #[test]
    fn a_start_names_the_empty_window_and_the_libraries() {
        let Some(Mode::Start(start)) = mode("start empty --json a.carrel b.carrel") else {
            panic!("a start is meant");
        };
        assert_eq!((start.libraries.len(), start.json), (2, true));
    }

    #[test]
    fn what_means_nothing_is_not_played() {
        for line in [
            "",
            "tour",
            "tour out --size big",
            "tour out --theme",
            "tour out --dark",
            "start empty",
            "start empty a.carrel --fast",
        ] {
            assert_eq!(mode(line), None, "{line}");
        }
    }
}
