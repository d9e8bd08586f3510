import { replayStory, type Run } from "../src/model/run.ts";
import {
  NEW_STORY,
  type Action,
  type ClientName,
  type Story,
  type TabNumber,
} from "../src/model/story.ts";
import { situations } from "../src/model/situations.ts";

/** Plays actions up to a time. */
export function play(
  now: number,
  actions: readonly Action[],
  rest: Partial<Story> = {},
): Promise<Run> {
  return replayStory({ ...NEW_STORY, ...rest, actions, now });
}

/** Plays a situation of the page up to a time. */
export function playSituation(title: string, client: ClientName, now: number): Promise<Run> {
  const situation = situations.find((it) => it.title === title)!;
  return replayStory({ ...situation.story, client, now });
}

/** The names that the tabs show; "…" while they are loading, "nobody" if signed out. */
export function shown({ tabs }: Run): string[] {
  return tabs.map(({ shown: { status, name } }) =>
    status === "loading" ? "…" : (name ?? "nobody"),
  );
}

/** What a tab has shown, in order, from a time on. */
export function shownSince(run: Run, tab: TabNumber, since: number): string[] {
  return run.timeline.flatMap((it) =>
    it.kind === "shown" && it.lane === tab && it.at >= since
      ? [it.text.replace("Shows: ", "")]
      : [],
  );
}

/** How many reads of the session were sent from a time on. */
export function countReads(run: Run, since = 0): number {
  return run.timeline.filter(
    (it) => it.kind === "request" && it.text === "GET session" && it.at >= since,
  ).length;
}
