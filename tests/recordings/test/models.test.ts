import { describe, expect, test, vi } from "vitest";
import { type Deviation, deviations } from "./compare/deviations.ts";
import { type Difference, findDifferences } from "./compare/find-differences.ts";
import type { Model } from "./models/model.ts";
import { models } from "./models/models.ts";

const differences = new Map<Model, Difference[]>();
for (const model of models) {
  differences.set(model, await findDifferences(model));
  // A model may have set the clock forth.
  vi.useRealTimers();
}

function isOf(exchange: string, pattern: string): boolean {
  const [topic, rest] = pattern.split(" *");
  return rest === undefined ? exchange === pattern : exchange.startsWith(`${topic} / `);
}

function isMeant({ exchange, aspect }: Difference, { exchanges, aspects }: Deviation): boolean {
  const isThere = exchanges?.some((pattern) => isOf(exchange, pattern)) ?? true;
  return isThere && (aspects?.includes(aspect) ?? true);
}

test.each(models)("$name answers as $like does", (model) => {
  const own = deviations.filter(({ of }) => of.includes(model.kind));
  const unmeant = differences
    .get(model)
    ?.filter((it) => !own.some((deviation) => isMeant(it, deviation)));
  expect(unmeant).toEqual([]);
});

describe("a deviation that is listed is still there", () => {
  test.each(deviations)("$reason", (deviation) => {
    const { of, exchanges = [] } = deviation;
    const found = models
      .filter(({ kind }) => of.includes(kind))
      .flatMap((model) => differences.get(model)?.map((it) => ({ ...it, kind: model.kind })) ?? [])
      .filter((it) => isMeant(it, deviation));
    const gone = [
      ...of.filter((kind) => !found.some((it) => it.kind === kind)),
      ...exchanges.filter((pattern) => !found.some(({ exchange }) => isOf(exchange, pattern))),
    ];
    expect(gone).toEqual([]);
  });
});
