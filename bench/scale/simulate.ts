import { type Backend, createBackend, type Fault } from "./backend.ts";
import { createPatience } from "./patience.ts";
import { createRandom, drawOpenings, type Population } from "./population.ts";
import { createTimeline } from "./timeline.ts";
import type { Policy, User } from "./user.ts";

export interface Run {
  population: Population;
  /** Who opens tabs when, and the chances that clients take. */
  seed: number;
  untilMs: number;
  fault?: Fault;
}

export interface Outcome {
  /** Requests per second of all people, by second. */
  load: number[];
  /** Requests of all people that wait at the end of each second. */
  queue: number[];
  capacityPerSecond: number;
  /** Of each person who was refused: how long after the fault's end the next answer came. */
  recoveriesMs: number[];
  /** Of all people, before the fault and at the end. */
  signedOutShareBefore: number;
  signedOutShare: number;
}

function loadOf(backend: Backend, seconds: number, scale: number): number[] {
  return Array.from({ length: seconds }, (_, second) => (backend.arrivals[second] ?? 0) * scale);
}

function signedOutShareOf(people: User[]): number {
  return people.filter((it) => it.isSignedOut()).length / people.length;
}

/** Lets a population live with a client for so long. */
export async function simulate(policy: Policy, run: Run): Promise<Outcome> {
  const { population, seed, untilMs, fault } = run;
  const { users, sampled, pollMs, capacityPerSecond } = population;
  const scale = users / sampled;
  const seconds = untilMs / 1000;
  const openings = drawOpenings(population, createRandom(seed));
  // Of its own: what a client draws must not change who its people are.
  const random = createRandom(-seed);
  const timeline = createTimeline();
  const backend = createBackend(timeline.wall, capacityPerSecond / scale, fault);
  const patience = createPatience(timeline.wall, fault);
  const people = openings.map((opensAtMs) =>
    policy({ opensAtMs, pollMs, timeline, backend: patience.of(backend), random }),
  );
  const usesPromises = people.some((it) => it.usesPromises);
  await timeline.runUntil(fault?.fromMs ?? untilMs, usesPromises);
  const signedOutShareBefore = signedOutShareOf(people);
  await timeline.runUntil(untilMs, usesPromises);
  return {
    load: loadOf(backend, seconds, scale),
    queue: backend.queueOf(seconds).map((it) => it * scale),
    capacityPerSecond,
    recoveriesMs: patience.recoveriesMs(),
    signedOutShareBefore,
    signedOutShare: signedOutShareOf(people),
  };
}
