import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { until } from "../until.ts";

test("looks once more after a driver has taken all the time to answer", async () => {
  let looks = 0;
  const isSo = async (): Promise<boolean> => {
    looks += 1;
    if (looks === 1) await delay(20);
    return looks === 2;
  };
  await until("the second look finds it", isSo, 10);
  expect(looks).toBe(2);
});

test("gives up after a look that has begun too late, and says why", async () => {
  const isSo = (): boolean => {
    throw new Error("not yet");
  };
  await expect(until("it is so", isSo, 0)).rejects.toThrow(
    "It did not come about that it is so: Error: not yet",
  );
});
