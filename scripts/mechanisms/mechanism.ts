import type { Cut } from "./cut.ts";

/** A mechanism, what its removal looks like, and the test that has to notice. */
export interface Mechanism {
  readonly name: string;
  /** In `packages/core/src`. */
  readonly file: string;
  readonly cut: Cut;
  /** In `packages/core/test`, and the start of the test's own name. */
  readonly test: readonly [file: string, name: string];
}
