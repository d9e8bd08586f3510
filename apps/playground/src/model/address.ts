import {
  NEW_STORY,
  POLLS,
  TAB_ACTIONS,
  TABS,
  WORLD_ACTIONS,
  type Action,
  type Story,
} from "./story.ts";

/** The longest time that an address may ask for. A replay takes time, and an address may be anybody's. */
export const LONGEST_MS = 10 * 60_000;
const MOST_ACTIONS = 500;

/** Writes a story as the hash of an address, without the "#": `client=sojourn&poll=5&t=1200&do=400-ada-1`. */
export function toHash({ client, poll, actions, now }: Story): string {
  const list = actions.map(({ at, name, tab }) => [at, name, ...(tab ? [tab] : [])].join("-"));
  const parts = [`client=${client}`, `poll=${poll}`, `t=${now}`];
  if (list.length) parts.push(`do=${list.join("_")}`);
  return parts.join("&");
}

/** Reads a story from the hash of an address. What makes no sense in it is left out. */
export function fromHash(hash: string): Story {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const poll = Number(fields.get("poll") ?? NEW_STORY.poll);
  const actions = (fields.get("do") ?? "")
    .split("_")
    .slice(0, MOST_ACTIONS)
    .flatMap((text) => toAction(text) ?? []);
  return {
    client: fields.get("client") === "next-auth" ? "next-auth" : "sojourn",
    poll: POLLS.find((it) => it === poll) ?? NEW_STORY.poll,
    actions: actions.toSorted((a, b) => a.at - b.at),
    now: toTime(fields.get("t")) ?? 0,
  };
}

function toTime(text: string | null | undefined): number | undefined {
  return text && /^\d{1,7}$/.test(text) ? Math.min(Number(text), LONGEST_MS) : undefined;
}

function toAction(text: string): Action | undefined {
  const [time, word, number] = text.split("-");
  const at = toTime(time);
  if (at === undefined) return undefined;
  const tab = TABS.find((it) => String(it) === number);
  const ofTab = TAB_ACTIONS.find((it) => it === word);
  if (ofTab) return tab && { at, name: ofTab, tab };
  const ofWorld = WORLD_ACTIONS.find((it) => it === word);
  return ofWorld && { at, name: ofWorld };
}
