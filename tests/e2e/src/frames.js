// Notes when each frame comes, and what the page did since the one before: its events, with the time they took.
const frames = [];
let last = performance.now();
let did = [];
// What is posted within a frame is heard when the frame was drawn.
let drawing = 0;
const drawn = new MessageChannel();
drawn.port2.onmessage = () => did.push(`drew ${(performance.now() - drawing).toFixed(0)} ms`);
const turn = (now) => {
  frames.push({ ms: now - last, did: did.join(" ") });
  last = now;
  did = [];
  drawing = performance.now();
  drawn.port1.postMessage(null);
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
