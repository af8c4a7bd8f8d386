// Asks the core as the pages do, in the session of whoever is signed in.
const [name, input, done] = arguments;
window.__TAURI_INTERNALS__.invoke("call", { name, input }).then(
  (answer) => done({ output: answer.output }),
  (failure) => done({ failure }),
);
