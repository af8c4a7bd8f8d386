// Whether the page is still on its way: null while it is, else all that one can see of it, to compare with a moment later.
const done = arguments[0];
const look = () => {
  const pages = [...document.querySelectorAll("canvas")].map(({ width, height }) => `${width}x${height}`);
  done(document.querySelector("[aria-busy=true]") ? null : [document.body.innerText, ...pages].join("|"));
};
// Two frames, so that what is true is also painted.
requestAnimationFrame(() => requestAnimationFrame(look));
