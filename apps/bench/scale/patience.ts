import type { Backend } from "./backend.ts";

interface Person {
  wasRefused: boolean;
  /** When the first answer was asked after the fault; `Infinity`: never. */
  recoveredAt: number;
}

/** Notes how long people have to wait who were refused. */
export interface Patience {
  /** The backend as one person meets it. */
  of(backend: Backend): Backend;
  /** Of each who was refused: milliseconds from the fault's end on. */
  recoveriesMs(): number[];
}

/** @param endsAt when the fault is over */
export function createPatience(now: () => number, endsAt: number): Patience {
  const people: Person[] = [];

  return {
    of(backend) {
      const person: Person = { wasRefused: false, recoveredAt: Infinity };
      people.push(person);
      return {
        ...backend,
        ask() {
          const reply = backend.ask();
          const isOver = now() >= endsAt;
          if (reply.status !== 200) person.wasRefused = true;
          else if (isOver) person.recoveredAt = Math.min(person.recoveredAt, now());
          return reply;
        },
      };
    },
    recoveriesMs: () =>
      people.filter((it) => it.wasRefused).map(({ recoveredAt }) => recoveredAt - endsAt),
  };
}
