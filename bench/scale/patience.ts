import type { Backend, Fault } from "./backend.ts";

interface Person {
  wasRefused: boolean;
  /** When the first answer came that was asked after the fault; `Infinity`: never. */
  recoveredAt: number;
}

/** Notes how long people have to wait who were refused. */
export interface Patience {
  /** The backend as one person meets it. */
  of(backend: Backend): Backend;
  /** Of each who was refused: milliseconds from the fault's end on. */
  recoveriesMs(): number[];
}

/** @param fault only who is refused while it lasts has to wait for its end */
export function createPatience(
  now: () => number,
  { fromMs, untilMs }: Pick<Fault, "fromMs" | "untilMs"> = { fromMs: Infinity, untilMs: Infinity },
): Patience {
  const people: Person[] = [];

  return {
    of(backend) {
      const person: Person = { wasRefused: false, recoveredAt: Infinity };
      people.push(person);
      return {
        ...backend,
        ask() {
          const reply = backend.ask();
          const at = now();
          if (at >= fromMs && at < untilMs) person.wasRefused = true;
          if (at < untilMs || reply.status !== 200) return reply;
          person.recoveredAt = Math.min(person.recoveredAt, at + reply.afterMs);
          return reply;
        },
      };
    },
    recoveriesMs: () =>
      people.filter((it) => it.wasRefused).map(({ recoveredAt }) => recoveredAt - untilMs),
  };
}
