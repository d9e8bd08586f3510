import { fetchCsrfToken } from "../api/csrf.ts";
import { postSession } from "../api/session.ts";
import type { SessionBase } from "../types/session.ts";
import { mutate, postWithCsrfToken, UNCERTAIN } from "./mutate.ts";
import type { MutationContext } from "./mutation-context.ts";

/** Has the server make a new session; see `SessionClient.update`. */
export function update(context: MutationContext, data: unknown): Promise<SessionBase | null> {
  const { http, updates } = context;
  return mutate(context, true, async (settle) => {
    const controller = new AbortController();
    updates.add(controller);
    try {
      const token = await fetchCsrfToken(http, controller);
      settle(UNCERTAIN);
      const answer = await postWithCsrfToken(context, token, (csrfToken) =>
        postSession(http, csrfToken, data, controller),
      );
      settle({ answer });
      return answer.session;
    } finally {
      updates.delete(controller);
    }
  });
}
