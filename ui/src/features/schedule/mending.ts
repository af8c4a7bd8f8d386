// Keeping what was mended: one deed of the board, with what it opens.
import { api, type Mending } from "$api/generated";
import { Failure } from "$shared/failure";
import { failureSentence } from "$shared/failureSentence";
import { toast } from "$shared/toast.svelte";
import type { Board } from "./board.svelte";
import { mendWords } from "./mendWords";

/** Keeps a mending; answers whether it was kept. */
export async function keepMending(board: Board, { first, last, changes, unfilled }: Mending): Promise<boolean> {
  const open = [...unfilled];
  try {
    const kept = await board.inTurn(() => api.trades.mend({ first, last, changes, open }));
    const undo = board.did(kept.changes, { first, last, open, opened: kept.opened });
    toast(mendWords.kept(kept.changes.length, kept.opened.length), { undo });
    return true;
  } catch (failure) {
    toast(failureSentence(Failure.from(failure)), { kind: "stop" });
    return false;
  }
}
