// Where the library lies and which others this PC has, as the shell says it. Going to another starts the window anew.
import { api, type Go } from "$api/generated";

/** Opens another library; every screen begins anew with it. */
export async function go(to: Go): Promise<void> {
  await api.place.go(to);
  location.hash = "";
  location.reload();
}
