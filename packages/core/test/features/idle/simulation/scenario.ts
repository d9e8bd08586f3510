import * as fc from "fast-check";

/** What may happen. `tab` is a number of which the remainder by the open tabs counts. */
export type Act =
  | { type: "pass"; ms: number }
  | { type: "sleep"; ms: number }
  | { type: "setForward"; ms: number }
  | { type: "act" | "stay" | "hide" | "show" | "freeze" | "thaw"; tab: number }
  | { type: "crash" | "intoPageCache" | "outOfPageCache"; tab: number }
  | { type: "goOffline" }
  | { type: "goOnline" }
  | { type: "open" }
  | { type: "failSignOuts"; times: number }
  | { type: "signIn" | "signOut"; tab: number };

/** A simulated browser, and what happens in it. */
export interface Scenario {
  readonly tabs: number;
  readonly hasChannel: boolean;
  readonly hasStorage: boolean;
  readonly hasLocks: boolean;
  readonly messageDelayMs: number;
  /** Whether only what every day brings may happen. */
  readonly isFair: boolean;
  readonly acts: readonly Act[];
}

const tab = fc.nat(9);
const ofTab = <T extends string>(...types: T[]) =>
  fc.record({ type: fc.constantFrom(...types), tab });

const passes = fc.record({
  type: fc.constant("pass" as const),
  ms: fc.integer({ min: 1, max: 40_000 }),
});
const signs = ofTab("act", "act", "act", "stay");
const views = ofTab("hide", "show");
const fairActs: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: passes },
  { weight: 4, arbitrary: signs },
  { weight: 1, arbitrary: views },
  { weight: 1, arbitrary: ofTab("signIn", "signOut") },
  { weight: 1, arbitrary: fc.constant({ type: "open" } as const) },
);
const foulActs: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fairActs },
  {
    weight: 2,
    arbitrary: ofTab("freeze", "thaw", "thaw", "crash", "intoPageCache", "outOfPageCache"),
  },
  { weight: 1, arbitrary: fc.constantFrom({ type: "goOffline" }, { type: "goOnline" } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom("sleep" as const, "setForward" as const),
      ms: fc.integer({ min: 1, max: 90_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("failSignOuts" as const), times: fc.nat(4) }),
  },
) as fc.Arbitrary<Act>;

const browsers = {
  tabs: fc.integer({ min: 1, max: 4 }),
  messageDelayMs: fc.nat(10),
  hasLocks: fc.boolean(),
};
const ways = fc.constantFrom(
  { hasChannel: true, hasStorage: true },
  { hasChannel: true, hasStorage: false },
  { hasChannel: false, hasStorage: true },
);

/** Fair and foul browsers. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .tuple(fc.boolean(), ways, fc.record(browsers))
  .chain(([isFair, way, browser]) =>
    fc
      .array(isFair ? fairActs : foulActs, { minLength: 1, maxLength: 25 })
      .map((acts) => ({ ...browser, ...way, isFair, acts })),
  );
