import { MESSAGE_MS } from "../model/run.ts";
import type { Entry, Lane } from "../model/timeline.ts";
import { LANES } from "./lanes.ts";

/** A place in the timeline: a time, and the number of a lane. */
export interface Point {
  readonly at: number;
  readonly row: number;
}

/** A request, from its tab to the server and back, or a message from one tab to another. */
export interface Link {
  readonly key: string;
  readonly look: "request" | "failure" | "message";
  readonly points: Point[];
}

const rowOf = (lane: Lane): number => LANES.indexOf(lane);

/** Returns the lines between the lanes. */
export function toLinks(entries: readonly Entry[]): Link[] {
  const requests = new Map<number, { -readonly [Name in keyof Link]: Link[Name] }>();
  const messages: Link[] = [];

  entries.forEach((entry, index) => {
    const point = { at: entry.at, row: rowOf(entry.lane) };
    if (entry.kind === "message") {
      for (const to of entry.to) {
        const end = { at: entry.at + MESSAGE_MS, row: rowOf(to) };
        messages.push({ key: `m${index}-${to}`, look: "message", points: [point, end] });
      }
    }
    if (entry.kind === "request") {
      const link: Link = { key: `r${entry.exchange}`, look: "request", points: [point] };
      requests.set(entry.exchange, link);
    }
    if (entry.kind === "acted" || entry.kind === "response") {
      const link = requests.get(entry.exchange);
      link?.points.push(point);
      if (link && entry.kind === "response" && entry.isFailure) link.look = "failure";
    }
  });
  return [...messages, ...requests.values()];
}
