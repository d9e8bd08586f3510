import type { Tab } from "./driver.ts";
import type { WebDriverSession } from "./webkit-session.ts";

/** How often it is asked whether something has ended. All tabs share one queue of commands. */
const LOOK_MS = 50;

interface Outcome {
  value?: unknown;
  error?: string;
}

/**
 * Begins a task in the page, unless it has begun already, and tells what has come of it, or nothing
 * as long as it is under way. WebDriver's own way to wait for a script keeps all other tabs waiting,
 * too.
 */
const begin = `
  const [id, source, args] = arguments;
  const calls = (window.webDriverCalls ??= {});
  if (id in calls) return calls[id];
  calls[id] = null;
  const failed = (error) => ({ error: String(error) });
  try {
    const value = (0, eval)("(" + source + ")")(...args);
    if (typeof value?.then !== "function") return (calls[id] = { value });
    value.then((it) => (calls[id] = { value: it }), (error) => (calls[id] = failed(error)));
    return null;
  } catch (error) {
    return (calls[id] = failed(error));
  }
`;

const look = `
  const calls = window.webDriverCalls;
  if (!calls || !(arguments[0] in calls)) return { error: "The page was left meanwhile." };
  return calls[arguments[0]];
`;

/** WebDriver's name for a reference to an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

let lastCall = 0;

/** A window of a session, as a tab. */
export function createWebkitTab(session: WebDriverSession, handle: string): Tab {
  const ask: (method: string, path: string, body?: object) => Promise<unknown> = (...command) =>
    session.inWindow(handle, ...command);
  const run = (script: string, args: unknown[]): Promise<unknown> =>
    session.runInWindow(handle, script, args);

  return {
    async evaluate(task, ...args) {
      const id = String((lastCall += 1));
      let outcome = (await run(begin, [id, String(task), args])) as Outcome | null;
      while (!outcome) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        outcome = (await run(look, [id])) as Outcome | null;
      }
      if (outcome.error) throw new Error(outcome.error);
      // It is what the task has resolved to.
      return outcome.value as never;
    },
    async goTo(url) {
      await ask("POST", "/url", { url });
    },
    async click(selector) {
      const found = await ask("POST", "/element", { using: "css selector", value: selector });
      const { [ELEMENT]: id } = found as Record<string, string>;
      await ask("POST", `/element/${id}/click`, {});
    },
    async close() {
      await ask("DELETE", "/window");
    },
  };
}
