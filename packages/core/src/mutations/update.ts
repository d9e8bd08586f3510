import { fetchCsrfToken } from "../api/csrf.ts";
import { postSession } from "../api/session.ts";
import { toJson } from "../api/to-json.ts";
import { isUpdating } from "../session/state/mutations.ts";
import type { SessionBase } from "../types/session.ts";
import { mutate, abortable, UNCERTAIN } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";
import { postWithCsrfToken } from "./post-with-csrf-token.ts";

/** Has the server make a new session; see `SessionClient.update`. */
export async function update(context: MutationContext, data: unknown): Promise<SessionBase | null> {
  const { http, parse } = context;
  const json = toJson(data);
  // Of two at once the server would forget one; and a late answer would set again the cookie that a
  // sign-out has taken away.
  for (let left = context.mostPauses; left > 0 && !context.isFree(); left--) await context.pause();
  // Two that no longer wait for a sign-in that hangs still wait for each other.
  while (isUpdating(context.get().mutations)) await context.pause();
  await mutate(context, true, (settle) =>
    abortable(context, async (controller) => {
      const token = await fetchCsrfToken(http, controller);
      // Also where a sign-in overtakes it: that may come to nothing, after this has reached the server.
      settle(UNCERTAIN);
      const answer = await postWithCsrfToken(context, token, (csrfToken) =>
        postSession(http, csrfToken, json, controller, parse),
      );
      settle({ answer, hasData: json !== undefined });
    }),
  );
  // The answer may be old already, or not show yet what was sent; then it is asked for again.
  await context.untilSettled();
  return context.current();
}
