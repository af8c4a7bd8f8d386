// Finds what somebody would point at: the visible element of a role with a name, or of any role that can be pressed.
// Exact names go before names that only contain the words, short names before long ones.
const [role, wanted] = arguments;
const ROLES = {
  press: "button, a[href], summary, label:has(input[type=radio], input[type=checkbox]), [role=button], [role=tab], [role=option], [role=menuitem], [role=row][tabindex], tr[tabindex] > td:first-child, [role=switch]",
  field: "input:not([type=radio], [type=checkbox]), textarea, select, [role=combobox]",
  tick: "input[type=checkbox], [role=checkbox], [role=switch]",
  heading: "h1, h2, h3, [role=heading]",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
  any: "[aria-label], [aria-labelledby]",
};
const flat = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const label = (element) => [...(element.labels ?? [])].map((label) => label.innerText).join(" ");
function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  const told = by?.split(/\s+/).map((id) => document.getElementById(id)?.innerText).join(" ");
  return flat(told || element.getAttribute("aria-label") || label(element) || element.innerText || element.title || element.placeholder);
}
const reachable = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]");
const named = [...document.querySelectorAll(ROLES[role] ?? `[role="${role}"]`)]
  .filter(reachable)
  .map((element) => ({ element, name: nameOf(element) }))
  .filter(({ name }) => name.includes(wanted))
  .sort((a, b) => (b.name === wanted) - (a.name === wanted) || a.name.length - b.name.length);
return named[0]?.element ?? null;
