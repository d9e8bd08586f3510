import * as fc from "fast-check";
import { weighActs, type ActName } from "./acts/acts.ts";

/** Something that happens to a page or its browser, and for how long nothing else does. */
export interface Step {
  readonly act: ActName;
  /** Which page; counted round the ones that are open. */
  readonly page: number;
  /** What the act makes of it: which user, which fault. */
  readonly value: number;
  readonly pauseMs: number;
}

/** A browser, a server, and what happens to them. */
export interface Scenario {
  /** Of jitter, and of the ways of messages. */
  readonly seed: number;
  readonly strategy: "jwt" | "database";
  readonly dialect: "v4" | "v5";
  readonly says401: boolean;
  /** Seconds. */
  readonly maxAge: number;
  /** Seconds; 0 for no polls. */
  readonly refetchInterval: number;
  readonly pages: number;
  /** The number of the user who is signed in at first; one number too many means nobody. */
  readonly user: number;
  readonly hasChannel: boolean;
  readonly hasLocks: boolean;
  readonly hasStorage: boolean;
  /** The longest way of a message, in milliseconds. */
  readonly messageDelayMs: number;
  /** How many messages out of a hundred are lost. */
  readonly lossPercent: number;
  /**
   * Whether all keeps to what the protocol needs for its strict promises: messages arrive, and
   * before the answers to what was sent with them; no page is frozen; nobody takes long.
   */
  readonly isFair: boolean;
  /** Whether somebody else's scripts flood the channels with messages that may as well be real. */
  readonly isForged: boolean;
  /** By how much the device's clock is wrong from the start, in milliseconds. */
  readonly clockOffMs: number;
  /** How many answers out of a hundred have no `Date`. */
  readonly undatedPercent: number;
  /** Which pages have a schema: none, each second one, or all. */
  readonly schemas: "none" | "some" | "all";
  readonly steps: readonly Step[];
}

const DAY = 24 * 3600;
const DAY_MS = DAY * 1000;
const mostly = fc.oneof(
  { weight: 5, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
);

function stepsOf(
  world: Pick<Scenario, "isFair" | "isForged">,
  maxLength = 24,
): fc.Arbitrary<Step[]> {
  const step = fc.record({
    act: fc.oneof(
      ...weighActs(world).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) })),
    ),
    page: fc.nat(4),
    value: fc.nat(59),
    pauseMs: fc.constantFrom(0, 1, 5, 10, 25, 60, 300, 1500, 7000, 12_000, 40_000),
  });
  return fc.array(step, { maxLength, size: "max" });
}

/** All that may happen with servers that keep their sessions in one way. */
export function scenariosOf(strategy: Scenario["strategy"]): fc.Arbitrary<Scenario> {
  const common = {
    seed: fc.nat(),
    strategy: fc.constant(strategy),
    dialect: fc.constantFrom("v4" as const, "v5" as const),
    says401: mostly.map((it) => !it),
    maxAge: fc.constantFrom(30 * DAY, 30 * DAY, 45),
    refetchInterval: fc.constantFrom(0, 5, 30),
    pages: fc.integer({ min: 2, max: 5 }),
    user: fc.nat(3),
    hasChannel: mostly,
    hasLocks: mostly,
    hasStorage: mostly,
    clockOffMs: fc.constantFrom(0, 0, 0, 0, -DAY_MS, DAY_MS, -31 * DAY_MS, 31 * DAY_MS),
    undatedPercent: fc.constantFrom(0, 0, 0, 0, 0, 30, 100),
    schemas: fc.constantFrom("none" as const, "none" as const, "some" as const, "all" as const),
  };
  const fair = fc.record({
    ...common,
    // A page that opens during another page's sign-in learns of it a round trip later, in time before
    // it reads.
    messageDelayMs: fc.constantFrom(0, 1, 3, 7),
    lossPercent: fc.constant(0),
    isFair: fc.constant(true),
    isForged: fc.constant(false),
    steps: stepsOf({ isFair: true, isForged: false }),
  });
  const foul = fc.record({
    ...common,
    messageDelayMs: fc.constantFrom(0, 15, 200, 3000),
    lossPercent: fc.constantFrom(0, 0, 10, 50),
    isFair: fc.constant(false),
    isForged: fc.constant(false),
    steps: stepsOf({ isFair: false, isForged: false }),
  });
  const forged = fc.record({
    ...common,
    messageDelayMs: fc.constantFrom(0, 15),
    lossPercent: fc.constant(0),
    isFair: fc.constant(false),
    isForged: fc.constant(true),
    steps: stepsOf({ isFair: false, isForged: true }, 12),
  });
  return fc.oneof(
    { weight: 4, arbitrary: fair },
    { weight: 4, arbitrary: foul },
    { weight: 1, arbitrary: forged },
  );
}
