import type { SchemaResult, SessionSchema } from "../../src/index.ts";
import type { ModelSession } from "./page.ts";

/** The schemas of all pages of a browser, which can get stuck. */
export interface Schemas {
  /** Takes what the server sends as it is, in an object of its own. */
  readonly schema: SessionSchema<ModelSession>;
  /** From now on none of them says anything. */
  hang(): void;
  /** They work again. @param isLate whether those that hang answer now; else they never do */
  answer(isLate: boolean): void;
  /** When they last hung; in milliseconds since the start of the run. */
  readonly hungUntil: number;
}

/** Makes schemas that work. */
export function createSchemas(now: () => number): Schemas {
  let late: (() => void)[] = [];
  let isHung = false;
  let hungUntil = -Infinity;

  function validate(value: unknown): Promise<SchemaResult<ModelSession>> {
    const result = { value: structuredClone(value) as ModelSession };
    if (!isHung) return Promise.resolve(result);
    return new Promise((resolve) => void late.push(() => resolve(result)));
  }

  return {
    schema: { "~standard": { version: 1, vendor: "simulation", validate } },
    hang() {
      isHung = true;
    },
    answer(isLate) {
      if (isHung) hungUntil = now();
      isHung = false;
      if (isLate) for (const answer of late) answer();
      late = [];
    },
    get hungUntil() {
      return isHung ? now() : hungUntil;
    },
  };
}
