// Notes when each frame comes, and what the page did since the one before: its events, with the time they took.
const frames = [];
let last = performance.now();
let did = [];
const turn = (now) => {
  frames.push({ ms: now - last, did: did.join(" ") });
  last = now;
  did = [];
  window.frame_ = requestAnimationFrame(turn);
};
for (const kind of window.frames_ ? [] : ["pointerdown", "pointermove", "pointerup", "focusin"]) {
  let began = 0;
  window.addEventListener(kind, () => (began = performance.now()), { capture: true });
  window.addEventListener(kind, () => window.did_(`${kind} ${(performance.now() - began).toFixed(0)} ms`));
}
window.did_ = (what) => did.push(what);
window.frames_ = frames;
window.frame_ = requestAnimationFrame(turn);
return null;
