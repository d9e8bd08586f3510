import { clients } from "../clients.ts";
import { figureOf, type Figure, type Results } from "../results.ts";
import { drawTable, show } from "./markdown.ts";

const START = "<!-- bench: written by `pnpm bench`, from apps/bench/results.json -->";
const END = "<!-- /bench -->";
const columns = clients.map(({ name }) => name);

const percent = (share: Figure): string =>
  typeof share === "number" ? `${(share * 100).toFixed(0)} %` : show(share);

/** Without the least and the most. */
const withoutRange = (figure: Figure): string => show(figure).replace(/ \(.*\)$/, "");

interface Line {
  text: string;
  section: string;
  what: string;
  show?: (figure: Figure) => string;
}

/** What the README shows of all that is measured. */
const lines: Line[] = [
  { text: "Bytes, gzip, React left out", section: "size", what: "gzip" },
  {
    text: "10 tabs that poll each second, for 5 s: session requests",
    section: "requests",
    what: "10 tabs polling each 1 s, for 5 s",
  },
  {
    text: "20 focus events in 2 s, over 5 tabs: session requests",
    section: "bursts",
    what: "20 focus events in 2 s, over 5 tabs",
  },
  {
    text: "A sign-in with `redirect: false` in one of 10 tabs: tabs that show it",
    section: "requests",
    what: "sign-in in one of 10 tabs: tabs that show it",
  },
  {
    text: "A sign-out in one of 10 tabs: ms until all show it, 50th and 95th percentile",
    section: "reach",
    what: "sign-out",
    show: withoutRange,
  },
  {
    text: "1,000 components, an answer that changes nothing: renders",
    section: "renders",
    what: "for each answer that changes nothing",
  },
  {
    text: "A first sign-in: round trips until it is seen",
    section: "round-trips",
    what: "first sign-in: round trips until it is seen",
  },
  {
    text: "1,000,000 people, 1 to 5 tabs each, 5-minute polls: requests per second (simulated)",
    section: "scale",
    what: "outage: requests per second before",
  },
  {
    text: "… after a 60 s outage: people with a tab that says signed out (simulated)",
    section: "scale",
    what: "outage: share of people with a tab that says signed out, 15 minutes later",
    show: percent,
  },
];

/** The block of the root README, without its marks. */
function drawBlock(results: Results): string {
  const body = lines.map(({ text, section, what, show: draw = show }) => [
    text,
    ...columns.map((client) => draw(figureOf(results, section, what, client))),
  ]);
  return drawTable([["Measured", ...columns], ...body]);
}

/**
 * Puts the block between its marks.
 *
 * @throws Error if the README has no such marks
 */
export function fillIn(readme: string, results: Results): string {
  const from = readme.indexOf(START);
  const until = readme.indexOf(END);
  if (from < 0 || until < from) throw new Error(`README.md needs the lines ${START} and ${END}.`);
  return `${readme.slice(0, from)}${START}\n\n${drawBlock(results)}\n\n${readme.slice(until)}`;
}
