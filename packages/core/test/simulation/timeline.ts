/** What has happened in a run, for people to read. */
export interface Timeline {
  /** @param where a tab's number; none for the browser as a whole */
  add(what: string, where?: number): void;
  toString(): string;
}

/** @param now milliseconds since the start of the run */
export function createTimeline(now: () => number): Timeline {
  const entries: [at: number, where: number | undefined, what: string][] = [];
  return {
    add: (what, where) => void entries.push([now(), where, what]),
    toString: () =>
      entries
        .map(([at, where, what]) => {
          const time = (at / 1000).toFixed(3).padStart(9);
          return `${time} s  ${where === undefined ? "      " : `tab ${where} `}  ${what}`;
        })
        .join("\n"),
  };
}
