import type { ServerResponse } from "node:http";
import { json, send } from "./answer.ts";

/** What a page says of itself, without any debugger that asks it. */
export interface Report {
  /** Its file, e.g. `"prerendered"`. */
  page: string;
  /** One number for each time that it is loaded. */
  document: number;
  /** What has happened. */
  type: string;
  /** The rest depends on that. */
  [detail: string]: unknown;
}

/** What a page is to do. */
export interface Order {
  type: "signIn" | "signOut" | "prerender" | "leave" | "look";
  url?: string;
}

/** What passes between a test and the pages of a browser to which nothing is attached. */
export interface Remote {
  /** All that pages have said, in order. */
  readonly reports: Report[];
  /** What the server was asked for meanwhile, besides: pages and scripts, each with the answer's status. */
  readonly visits: string[];
  /** Has the page do something that waits for orders, or the next one that does. */
  order(order: Order): void;
  serve(path: string, body: string, response: ServerResponse): void;
}

export function createRemote(): Remote {
  const reports: Report[] = [];
  const orders: Order[] = [];
  let waiting: ServerResponse[] = [];

  function handOut(): void {
    for (const response of waiting.slice(0, orders.length)) send(json(orders.shift()), response);
  }

  return {
    reports,
    visits: [],
    order(order) {
      orders.push(order);
      handOut();
    },
    serve(path, body, response) {
      if (path === "reports") {
        reports.push(JSON.parse(body));
        return send(json({}), response);
      }
      waiting.push(response);
      // Answered, or left by its page.
      response.once("close", () => {
        waiting = waiting.filter((other) => other !== response);
      });
      handOut();
    },
  };
}
