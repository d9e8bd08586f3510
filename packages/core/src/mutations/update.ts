import { fetchCsrfToken } from "../api/csrf.ts";
import { postSession } from "../api/session.ts";
import type { SessionBase } from "../types/session.ts";
import { mutate, postWithCsrfToken, renew, UNCERTAIN } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";

/** Has the server make a new session; see `SessionClient.update`. */
export async function update(context: MutationContext, data: unknown): Promise<SessionBase | null> {
  const { http, schema } = context;
  // Of two at once the server would forget one; and a late answer would set again the cookie that a
  // sign-out has taken away.
  while (!context.isFree()) await context.pause();
  return mutate(context, true, (settle) =>
    renew(context, async (controller) => {
      const token = await fetchCsrfToken(http, controller);
      // Also where a sign-in overtakes it: that may come to nothing, after this has reached the server.
      settle(UNCERTAIN);
      const answer = await postWithCsrfToken(context, token, (csrfToken) =>
        postSession(http, csrfToken, data, controller, schema),
      );
      settle({ answer });
      return answer.session;
    }),
  );
}
