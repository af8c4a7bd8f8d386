//! Every page opens without an error, and none is wider or taller than the smallest window.

use super::people::MAYA;
use crate::desk::Desk;
use crate::trouble::{Outcome, demand};

const SMALL: (u32, u32) = (1024, 700);
const USUAL: (u32, u32) = (1280, 800);
/// Visible errors, what was kept out, how far the page runs over the window, and which controls run out of it where nothing
/// scrolls.
const FAULTS: &str = "
const shown = [...document.querySelectorAll('.error')].filter((error) => error.checkVisibility());
const page = document.documentElement;
const over = [page.scrollWidth - innerWidth, page.scrollHeight - innerHeight];
const scrolls = (one) => one && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
const cut = [...document.querySelectorAll('button, a, input, select')].filter(
    (one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth && !scrolls(one));
return [...shown.map((error) => error.innerText), ...keptOut, ...cut.map((one) => `cut: ${one.innerText}`)].concat(over.some((by) => by > 0) ? [`over by ${over}`] : []);";
const PAGES: &str = "return [...document.querySelectorAll('nav a')].map((link) => link.ariaLabel);";
/// Notes from here on what the content security policy keeps out: nothing may be.
const LISTEN: &str = "
window.keptOut = [];
document.addEventListener('securitypolicyviolation', (kept) => keptOut.push(`${kept.violatedDirective} ${kept.blockedURI}`));
return null;";

/// All pages in a small window, light and dark; on tour in the usual size too.
pub(super) async fn play(desk: &Desk) -> Outcome {
    desk.signs_in(MAYA).await?;
    desk.measures(LISTEN).await?;
    let pages = desk.measures(PAGES).await?;
    let pages: Vec<&str> = pages.as_array().into_iter().flatten().filter_map(|page| page.as_str()).collect();
    demand(pages.len() >= 8, || format!("the rail shows only {pages:?}"))?;
    let sizes = if desk.is_on_tour() { &[USUAL, SMALL][..] } else { &[SMALL] };
    for theme in ["light", "dark"] {
        for &(width, height) in sizes {
            desk.resizes(width, height).await?;
            for page in &pages {
                desk.opens(page).await?;
                desk.shows_no_fault(page).await?;
                desk.shoots(&format!("{}-{width}x{height}-{theme}", page.to_lowercase())).await?;
                if theme == "light" && !desk.is_on_tour() {
                    // The judge sees to the dark by itself.
                    desk.is_for_everybody(page).await?;
                }
            }
        }
        desk.press(if theme == "light" { "Dark screen" } else { "Light screen" }).await?;
    }
    Ok(())
}

impl Desk {
    async fn shows_no_fault(&self, page: &str) -> Outcome {
        self.comes_to_rest().await?;
        let faults = self.measures(FAULTS).await?;
        let none = faults.as_array().is_some_and(Vec::is_empty);
        demand(none, || format!("{page}: {faults}"))
    }
}
