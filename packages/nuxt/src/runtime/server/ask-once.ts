import type { H3Event } from "h3";
import { contextOf, outerContextOf } from "./context.ts";

/**
 * Asks the app's own handler for the session, once for each request. Nitro answers a path in this
 * process. What the app asks itself while it renders belongs to the same request, as long as it has
 * the same cookies.
 */
export async function askOnce(event: H3Event, asked: Request): Promise<Response> {
  const context = contextOf(event);
  const answers = (context.sojourn ??= outerContextOf(event).sojourn ??= new Map());
  const { pathname, search } = new URL(asked.url);
  // Without the body, which the handler of the request may want to read.
  const headers = Object.fromEntries(asked.headers);
  const key = `${pathname}${search}\n${headers["cookie"]}`;
  let answer = answers.get(key);
  if (!answer) {
    // The type of `fetch` has no `context`. Without one, Nitro would take that of this request.
    const init = { headers, context: { ...context, isSojournRead: true } };
    answer = event.fetch(pathname + search, init);
    answers.set(key, answer);
  }
  return (await answer).clone();
}
