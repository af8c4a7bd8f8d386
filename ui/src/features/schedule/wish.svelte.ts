// What another page sends here for.
import { untrack } from "svelte";
import { stayAt, type Params } from "$shared/navigation";

/** Carries out a wish of another page once: it is not asked for again when the page is opened anew. */
export function wish(params: () => Params, name: string, act: (what: string) => void): void {
  $effect(() => {
    const what = params()[name];
    if (!what) return;
    untrack(() => {
      stayAt("schedule");
      act(what);
    });
  });
}
