import { LONGEST_MS } from "./address.ts";
import { playOn, replayStory, type Act, type Run } from "./run.ts";
import type { Action, ClientName, Story } from "./story.ts";

/** Plays a story on both clients at once, and adds to it what the user does. */
export interface Player {
  /** The runs of the story, by their clients; `undefined` until they have started. */
  readonly runs: Readonly<Record<ClientName, Run>> | undefined;
  /** The run of the story's client. */
  readonly run: Run | undefined;
  readonly story: Story;
  readonly isPlaying: boolean;
  /** How many seconds of the story pass in one second. */
  readonly speed: number;
  /** Starts or stops the ticks. Once it has resolved, no tick of before lets time pass. */
  setPlaying(isPlaying: boolean): Promise<void>;
  setSpeed(speed: number): void;
  /** Does something now. The rest of a story that is played again is dropped. */
  act(act: Act): Promise<void>;
  /** Lets time pass. */
  advance(ms: number): Promise<void>;
  /** Lets time pass if the story is playing. */
  tick(ms: number): Promise<void>;
  /** Lets time pass until something happens, but no longer than ten seconds. */
  step(): Promise<void>;
  /** Plays another story, up to its time. From there it goes on if it is playing. */
  load(story: Story, isPlaying: boolean): Promise<void>;
  /** Shows the run of another client. */
  setClient(client: ClientName): void;
}

const STEP_MS = 10;
const LONGEST_STEP_MS = 10_000;

/**
 * Creates a player.
 *
 * @param onChange called after each change of what the player shows
 */
export function createPlayer(initial: Story, onChange: () => void): Player {
  let story = initial;
  let runs: Record<ClientName, Run> | undefined;
  let done = 0;
  let isPlaying = false;
  let speed = 1;
  let work = Promise.resolve();

  /** Runs one piece of work after the other, as the clock cannot be moved twice at once. */
  function enqueue(piece: () => Promise<void>): Promise<void> {
    work = work.then(piece).then(onChange);
    return work;
  }

  const current = (): Run | undefined => runs?.[story.client];

  async function advanceNow(ms: number): Promise<void> {
    if (!runs) return;
    const until = Math.min(story.now + ms, LONGEST_MS);
    const due = story.actions.slice(done).filter(({ at }) => at <= until);
    for (const run of Object.values(runs)) await playOn(run, due, until);
    done += due.length;
    story = { ...story, now: until };
    if (until === LONGEST_MS) isPlaying = false;
  }

  async function loadNow(next: Story, isNextPlaying: boolean): Promise<void> {
    runs = {
      sojourn: await replayStory({ ...next, client: "sojourn" }),
      "next-auth": await replayStory({ ...next, client: "next-auth" }),
    };
    done = next.actions.filter(({ at }) => at <= next.now).length;
    story = next;
    isPlaying = isNextPlaying;
  }

  async function stepNow(): Promise<void> {
    isPlaying = false;
    const count = current()?.timeline.length;
    for (let passed = 0; passed < LONGEST_STEP_MS; passed += STEP_MS) {
      await advanceNow(STEP_MS);
      if (current()?.timeline.length !== count) return;
    }
  }

  return {
    get runs() {
      return runs;
    },
    get run() {
      return current();
    },
    get story() {
      return story;
    },
    get isPlaying() {
      return isPlaying;
    },
    get speed() {
      return speed;
    },
    setPlaying: (next) =>
      enqueue(async () => {
        isPlaying = next && story.now < LONGEST_MS;
      }),
    setSpeed(next) {
      speed = next;
      onChange();
    },
    act: (act) =>
      enqueue(async () => {
        // The spread of a union is no union for the compiler.
        const action = { ...act, at: story.now } as Action;
        story = { ...story, actions: [...story.actions.slice(0, done), action] };
        done += 1;
        for (const run of Object.values(runs ?? {})) await run.act(act);
      }),
    advance: (ms) => enqueue(() => advanceNow(ms)),
    tick: (ms) =>
      enqueue(async () => {
        if (isPlaying) await advanceNow(ms);
      }),
    step: () => enqueue(stepNow),
    load: (next, isNextPlaying) => enqueue(() => loadNow(next, isNextPlaying)),
    setClient(client) {
      story = { ...story, client };
      onChange();
    },
  };
}
