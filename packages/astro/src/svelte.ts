import { setSessionClient } from "@sojourn/svelte";
import { getIslandSession } from "./island.ts";

/**
 * Gives an island of Svelte, and all components in it, the session of the page. Call it once in the
 * island's script, before `useSession`.
 */
export function provideSession(): void {
  const { client, rendered } = getIslandSession();
  setSessionClient(client, rendered);
}
