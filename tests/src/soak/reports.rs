//! The usage report of libraries in which anything was done, against a count made by hand of what was done: on the
//! screen, as JSON, as CSV and as the text of the pages, before and after every loan forgot its patron.

mod forms;
mod naive;
mod scene;

use serde_json::{Value, json};

use self::naive::Naive;
use self::scene::Scene;
use super::cases;

#[test]
fn every_figure_agrees_everywhere_and_outlives_forgetting() {
    let cases = cases(3);
    let mut figures = 0;
    for seed in 0..cases {
        let mut scene = Scene::new(seed);
        for _ in 0..80 {
            scene.step();
        }
        let asked = scene.questions();
        scene.ends();
        let before: Vec<Value> = asked.iter().map(|asked| report(&scene, asked)).collect();
        for (place, (asked, report)) in asked.iter().zip(&before).enumerate() {
            let naive = Naive::of(&scene.book, asked);
            figures += naive.agrees(report, &format!("seed {seed}: {asked}"));
            // Pages are slow to set: those of one question a library.
            let pages = usize::try_from(seed).unwrap() % before.len() == place;
            forms::agree(&scene.library, asked, report, seed, pages);
        }
        scene.forgets();
        for (asked, before) in asked.iter().zip(&before) {
            let after = report(&scene, asked);
            for part in ["totals", "breakdowns", "heat", "top_titles", "days_open"] {
                assert_eq!(after[part], before[part], "seed {seed}: {part} of {asked}");
            }
        }
    }
    println!("{cases} libraries, {figures} figures agree with the count by hand and in every form");
}

fn report(scene: &Scene, asked: &Value) -> Value {
    let report = scene.library.does("reports.usage", asked.clone());
    assert_eq!(report["definition"], json!("usage-2"));
    report
}
