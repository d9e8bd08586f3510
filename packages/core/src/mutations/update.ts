import { fetchCsrfToken } from "../api/csrf.ts";
import { postSession } from "../api/session.ts";
import { toJson } from "../api/to-json.ts";
import { isAnyTabMutating, isUpdating } from "../session/state/mutations.ts";
import type { SessionBase } from "../types/session.ts";
import { abortable, mutate, UNCERTAIN } from "./mutate.ts";
import type { MutationPorts } from "./ports.ts";
import { postWithCsrfToken } from "./post-with-csrf-token.ts";

/** Has the server make a new session; see `SessionClient.update`. */
export async function update(ports: MutationPorts, data: unknown): Promise<SessionBase | null> {
  const { session, http, page, patienceMs } = ports;
  const json = toJson(data);
  const giveUpAt = page.now() + patienceMs;
  const isFree = (state = session.get()): boolean => !isAnyTabMutating(state);
  const hasUpdated = (state = session.get()): boolean => !isUpdating(state);
  // Of two at once the server would forget one; and a late answer would set again the cookie that a
  // sign-out has taken away.
  while (!isFree() && page.now() < giveUpAt) {
    await session.until(isFree, giveUpAt - page.now());
    // A sign-out that has just ended is about to be confirmed.
    await page.pause();
  }
  // Two that no longer wait for a sign-in that hangs still wait for each other.
  while (!hasUpdated()) await session.until(hasUpdated, patienceMs);
  await mutate(session, true, (settle) =>
    abortable(session, async (controller) => {
      const token = await fetchCsrfToken(http, controller);
      // Also where a sign-in overtakes it: that may come to nothing, after this has reached the server.
      settle(UNCERTAIN);
      const answer = await postWithCsrfToken(http, token, (csrfToken) =>
        postSession(http, csrfToken, json, controller, session.parse),
      );
      settle({ answer, hasData: json !== undefined });
    }),
  );
  // The answer may be old already, or not show yet what was sent; then it is asked for again.
  await session.untilSettled();
  return session.current();
}
