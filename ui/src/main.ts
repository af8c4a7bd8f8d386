// Where the window begins.
import "@fontsource-variable/inter/index.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { mount } from "svelte";
import App from "./app/App.svelte";
import { apply } from "./app/theme.svelte";

apply();
const target = document.getElementById("app");
if (target) mount(App, { target });
