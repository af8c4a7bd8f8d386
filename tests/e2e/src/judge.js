// Lets axe-core judge the screen as it stands, light and then dark, and answers what it finds: one line a fault, with theme,
// rule and selector. Answers null where axe-core has not been brought into the page yet.
const done = arguments[0];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** What a rule sees in the colours alone; all else is the same in the dark. */
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const root = document.documentElement;
// Colours under way from one to another are neither.
const still = new CSSStyleSheet();
still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important; }");

async function judge(theme, runOnly) {
  root.dataset.theme = theme;
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"], iframes: false, preload: false });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message);
      return `${theme}: ${id}: ${target.flat().join(" ")}: ${why[0] ?? ""}`;
    }),
  );
}

async function judgeBoth() {
  const theme = root.dataset.theme;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  try {
    const light = await judge("light", { type: "tag", values: TAGS });
    return [...light, ...(await judge("dark", COLOURS))];
  } finally {
    root.dataset.theme = theme;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }
}

if (window.axe === undefined) done(null);
else judgeBoth().then(done, (error) => done([`axe-core itself: ${error}`]));
