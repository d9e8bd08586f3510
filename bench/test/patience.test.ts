import { expect, test } from "vitest";
import { createBackend } from "../scale/backend.ts";
import { createPatience } from "../scale/patience.ts";

test("only who was refused has to wait: from the fault's end until the next answer", () => {
  let now = 0;
  const fault = { fromMs: 100, untilMs: 200, status: 503 };
  const backend = createBackend(() => now, 1000, fault);
  const patience = createPatience(() => now, fault);
  const [early, unlucky, gone] = [1, 2, 3].map(() => patience.of(backend));

  early?.ask();
  now = 150;
  unlucky?.ask();
  gone?.ask();
  now = 230;
  early?.ask();
  unlucky?.ask();
  now = 260;
  unlucky?.ask();

  expect(patience.recoveriesMs()).toEqual([80, Infinity]);
});
