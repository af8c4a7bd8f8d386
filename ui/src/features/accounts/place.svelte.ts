// Where the library lies and which others this PC has, as the shell says it. Going to another starts the window anew.
import { api, type Go } from "$api/generated";

/** Opens another library; every screen begins anew with it. */
export async function go(to: Go): Promise<void> {
  await api.place.go(to);
  location.hash = "";
  location.reload();
}

const PUT_AWAY = "carrel.place-read";
let read = $state<string | null>(localStorage.getItem(PUT_AWAY));

/** Whether what is worth knowing of this library's place was read here. */
export function wasPutAway(file: string): boolean {
  return read === file;
}

/** It was read here, and need not stand on the first screen again. */
export function putAway(file: string): void {
  read = file;
  localStorage.setItem(PUT_AWAY, file);
}
