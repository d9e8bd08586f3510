import { fetchCsrfToken } from "../api/csrf.ts";
import { postSession } from "../api/session.ts";
import { toJson } from "../api/to-json.ts";
import { isAnyTabMutating, isUpdating } from "../session/state/mutations.ts";
import { WAIT_SLICE_MS } from "../durations.ts";
import type { SessionBase } from "../types/session.ts";
import { abortable, mutate, UNCERTAIN } from "./mutate.ts";
import type { MutationPorts } from "./ports.ts";
import { postWithCsrfToken } from "./post-with-csrf-token.ts";

/** Makes the server update the session; see `SessionClient.update`. */
export async function update(ports: MutationPorts, data: unknown): Promise<SessionBase | null> {
  const { session, http, page, mutationTimeoutMs } = ports;
  const json = toJson(data);
  const isFree = (state = session.get()): boolean => !isAnyTabMutating(state);
  const hasUpdated = (state = session.get()): boolean => !isUpdating(state);
  // The server would forget one of two updates at once. And a late answer would set the cookie
  // again that a sign-out has removed.
  for (let leftMs = mutationTimeoutMs; leftMs > 0 && !isFree(); leftMs -= WAIT_SLICE_MS) {
    await session.until(isFree, WAIT_SLICE_MS);
    // A sign-out that has just ended is about to be confirmed.
    await page.pause();
  }
  // Two updates that do not wait any more for a sign-in that hangs still wait for each other.
  while (!hasUpdated()) await session.until(hasUpdated, mutationTimeoutMs);
  await mutate(session, true, (settle) =>
    abortable(session, async (controller) => {
      const token = await fetchCsrfToken(http, controller);
      // The outcome is uncertain even if a sign-in overtakes this update. The sign-in may fail
      // after the update has reached the server.
      settle(UNCERTAIN);
      const answer = await postWithCsrfToken(http, token, (csrfToken) =>
        postSession(http, csrfToken, json, controller, session.parse),
      );
      settle({ answer, hasData: json !== undefined });
    }),
  );
  // The answer may be outdated, or not contain the data yet. Then the session is read again.
  await session.untilSettled();
  return session.current();
}
