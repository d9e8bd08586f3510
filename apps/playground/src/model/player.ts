import { LONGEST_MS } from "./address.ts";
import { playOn, startRun, type Act, type Run } from "./run.ts";
import type { Action, Settings, Story } from "./story.ts";

/** Plays a story, and adds to it what the user does. */
export interface Player {
  /** The run of the story; `undefined` until it has started. */
  readonly run: Run | undefined;
  readonly story: Story;
  readonly isPlaying: boolean;
  /** How many seconds of the story pass in one second. */
  readonly speed: number;
  /** Whether the story still has actions that are to come. */
  readonly hasMore: boolean;
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
  /** Plays another story, up to its time. */
  load(story: Story): Promise<void>;
  /** Plays the same story up to the same time, with other settings. */
  change(settings: Partial<Settings>): Promise<void>;
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
  let run: Run | undefined;
  let done = 0;
  let isPlaying = true;
  let speed = 1;
  let work = Promise.resolve();

  /** Runs one piece of work after the other, as the clock cannot be moved twice at once. */
  function enqueue(piece: () => Promise<void>): Promise<void> {
    work = work.then(piece).then(onChange);
    return work;
  }

  async function advanceNow(ms: number): Promise<void> {
    if (!run) return;
    const until = Math.min(story.now + ms, LONGEST_MS);
    done += await playOn(run, story.actions.slice(done), until);
    story = { ...story, now: until };
    if (until === LONGEST_MS) isPlaying = false;
  }

  async function loadNow(next: Story): Promise<void> {
    const started = await startRun(next);
    done = await playOn(started, next.actions, next.now);
    run = started;
    story = next;
  }

  async function stepNow(): Promise<void> {
    isPlaying = false;
    const count = run?.timeline.length;
    for (let passed = 0; passed < LONGEST_STEP_MS; passed += STEP_MS) {
      await advanceNow(STEP_MS);
      if (run?.timeline.length !== count) return;
    }
  }

  return {
    get run() {
      return run;
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
    get hasMore() {
      return done < story.actions.length;
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
        await run?.act(act);
      }),
    advance: (ms) => enqueue(() => advanceNow(ms)),
    tick: (ms) =>
      enqueue(async () => {
        if (isPlaying) await advanceNow(ms);
      }),
    step: () => enqueue(stepNow),
    load: (next) => enqueue(() => loadNow(next)),
    change: (settings) => enqueue(() => loadNow({ ...story, ...settings })),
  };
}
