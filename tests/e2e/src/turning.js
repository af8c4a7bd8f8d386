// Presses what a selector names and notes how long it takes until the page holds so many shifts and has painted them.
const [pressed, wanted, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]];
const began = performance.now();
const look = () => {
  if (document.querySelectorAll("[data-shift]").length < wanted) return requestAnimationFrame(look);
  const drawn = performance.now() - began;
  requestAnimationFrame(() => setTimeout(() => done({ drawn, painted: performance.now() - began })));
};
document.querySelector(pressed).click();
requestAnimationFrame(look);
