import { clients } from "../clients.ts";
import { figureOf, type Figure, type Results } from "../results.ts";
import { numberOf, show, withoutRange } from "./ahead.ts";
import { drawTable } from "./markdown.ts";

const START = "<!-- bench: written by `pnpm bench`, from bench/results.json -->";
const END = "<!-- /bench -->";
const columns = clients.map(({ name }) => name);

interface Line {
  text: string;
  section: string;
  /** Several are shown one after the other. */
  what: string | string[];
  /** Whether it is in the README, and not only in the comparison of the site. */
  isMain?: true;
  show?: (figure: Figure) => string;
}

/** What the README and the site show of all that is measured. */
const lines: Line[] = [
  {
    text: "Polls are answered with a 500: the page says",
    isMain: true,
    section: "faults",
    what: "polls are answered with a 500: the page says meanwhile",
  },
  {
    text: "… and when the server is well again",
    section: "faults",
    what: "polls are answered with a 500: and when the server is well again",
  },
  {
    text: "A read is late when the user signs out: a fresh tab says",
    isMain: true,
    section: "faults",
    what: "a read is late when the user signs out: a fresh tab says",
  },
  {
    text: "Grace signs in in another tab: the page of Ada says",
    isMain: true,
    section: "faults",
    what: "Grace signs in in another tab: the page of Ada says",
  },
  {
    text: "A session has ended, and nobody polls: the page says a second later",
    isMain: true,
    section: "faults",
    what: "a session has ended, and nobody polls: a second later the page says",
  },
  {
    text: "The first read hangs: the page says after 12 s",
    isMain: true,
    section: "faults",
    what: "the first read hangs: the page says after 12 s",
  },
  {
    text: "Of these six, in Firefox and in WebKit: the page copes with",
    isMain: true,
    section: "engines",
    what: [
      "Firefox: of these six, the page copes with",
      "WebKit: of these six, the page copes with",
    ],
  },
  { text: "Bytes, gzip, React left out", isMain: true, section: "size", what: "gzip" },
  {
    text: "… of provider and hook alone",
    section: "size",
    what: "gzip, of provider and hook alone",
  },
  {
    text: "10 tabs that poll each second, for 5 s: session requests",
    isMain: true,
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
    isMain: true,
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
    isMain: true,
    section: "renders",
    what: "for each answer that changes nothing",
  },
  {
    text: "A first sign-in: round trips until it is seen",
    section: "round-trips",
    what: "first sign-in: round trips until it is seen",
  },
  {
    text: "The same after `prepareSignIn()`, where there is such a thing",
    section: "round-trips",
    what: "prepared sign-in: round trips until it is seen",
  },
  {
    text: "1,000,000 people, 1 to 5 tabs each, 5-minute polls: requests per second (simulated)",
    section: "scale",
    what: "steady: requests per second afterwards",
    show: withoutRange,
  },
  {
    text: "… on a backend for 15,000: people with a tab that says signed out, before an outage of 60 s and after it (simulated)",
    section: "scale",
    what: [
      "outage: share of people with a tab that says signed out, before",
      "outage: share of people with a tab that says signed out, 15 minutes later",
    ],
    show: withoutRange,
  },
];

interface Weakness {
  text: string;
  section: string;
  what: string;
  /** Peers whose smaller figure is no merit: who is signed out asks for nothing. */
  except?: string[];
}

/** Where a peer may be ahead; what is smaller is better. */
const weaknesses: Weakness[] = [
  { text: "bytes, gzip", section: "size", what: "gzip" },
  { text: "KiB of heap for 1,000 components", section: "memory", what: "1,000 components more" },
  {
    text: "KiB of heap for 1,000 listeners of one client",
    section: "memory",
    what: "1,000 listeners of one client, without React",
  },
  {
    text: "KiB of heap for one client",
    section: "memory",
    what: "one client more, with a listener",
  },
  {
    text: "ms to hydrate 1,000 components",
    section: "hydration",
    what: "until all components have run their effects",
  },
  {
    text: "ms of the main thread for a poll, with 1,000 components",
    section: "polls",
    what: "one poll that changes nothing",
  },
  {
    text: "round trips of a first sign-in",
    section: "round-trips",
    what: "first sign-in: round trips until it is seen",
  },
  {
    text: "requests per second while a backend is down (simulated)",
    section: "scale",
    what: "outage: requests per second meanwhile",
    except: ["next-auth 4", "next-auth 5"],
  },
  {
    text: "requests in the busiest second after that (simulated)",
    section: "scale",
    what: "outage: requests in the busiest second of the 5 minutes after",
    except: ["next-auth 4", "next-auth 5"],
  },
];

/** One item of the list, if a peer is ahead there. */
function compare(results: Results, { text, section, what, except = [] }: Weakness): string[] {
  const figure = (client: string): Figure => figureOf(results, section, what, client);
  const own = numberOf(figure("Sojourn"));
  const better = columns
    .filter((name) => name !== "Sojourn" && !except.includes(name) && numberOf(figure(name)) < own)
    .map((name) => `${name} ${withoutRange(figure(name))}`);
  return better.length
    ? [`- ${text}: ${withoutRange(figure("Sojourn"))} (${better.join(", ")})`]
    : [];
}

/** The table of all lines, or of the main ones alone. */
export function drawComparison(results: Results, which: "all" | "main"): string {
  const shown = lines.filter((it) => which === "all" || it.isMain);
  const body = shown.map(({ text, section, what, show: draw = show }) => {
    const drawFor = (client: string): string =>
      [what]
        .flat()
        .map((it) => draw(figureOf(results, section, it, client)))
        .join(", ");
    return [text, ...columns.map(drawFor)];
  });
  return drawTable([["Measured", ...columns], ...body]);
}

/** The block of the root README, without its marks. */
function drawBlock(results: Results): string {
  const behind = weaknesses.flatMap((it) => compare(results, it)).join("\n");
  return `${drawComparison(results, "main")}\n\nThe main figures where peers are ahead of Sojourn; [these are all](bench/RESULTS.md#where-peers-are-ahead):\n\n${behind}`;
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
