import { type Answer, text } from "../server/answer.ts";
import { answerPage } from "../server/pages.ts";
import { type Plant, spoil } from "./plants.ts";

/** Code that runs in a page before its own. */
export type Preparation = string;

/** Makes code of a function that needs nothing but what it is given. */
export function preparation<A extends unknown[]>(
  task: (...args: A) => void,
  ...args: A
): Preparation {
  return `(${task})(...${JSON.stringify(args)});`;
}

/** Serves pages with code of the test's in them: not every driver can put it there. */
export interface PreparedPages {
  /** The path of the page with this code in it. */
  prepare(path: string, code: Preparation[]): string;
  answer(path: string): Promise<Answer>;
}

/**
 * @param always what all pages have in them
 * @param plant what is wrong with the core on purpose
 */
export function createPreparedPages(always: Preparation[], plant?: Plant): PreparedPages {
  const preparations: Preparation[][] = [];

  return {
    prepare(path, code) {
      if (!code.length) return path;
      preparations.push(code);
      return `/prepared/${preparations.length}${path}`;
    },
    async answer(asked) {
      const [, number = "0", path = asked] = /^\/prepared\/(\d+)(\/.*)/.exec(asked) ?? [];
      const answer = await answerPage(path);
      if (plant && path.endsWith(".js")) return { ...answer, body: spoil(answer.body, plant) };
      if (!path.endsWith(".html") || answer.status !== 200) return answer;
      const code = [...always, ...(preparations[Number(number) - 1] ?? [])].join("\n");
      const body = answer.body.replace("<head>", () => `<head><script>${code}</script>`);
      return text(body, 200, "text/html");
    },
  };
}
