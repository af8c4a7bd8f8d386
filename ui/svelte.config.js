// How Svelte compiles: scripts in TypeScript, the rest as it comes.
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default { preprocess: vitePreprocess() };
