import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { readSettings } from "../try/app.ts";
import { checksOf } from "../try/checks/checks.ts";
import { conclusionOf } from "../try/compare.ts";
import { describeComparison } from "../try/report.ts";
import { tryCheck } from "../try/try-check.ts";

const apps = join(import.meta.dirname, "../apps");
const folder = inject("migrations");

describe.each(readdirSync(apps))("%s, once only its import has changed", (name) => {
  const copies = { before: join(folder, name, "before"), after: join(folder, name, "after") };

  test.each(checksOf(readSettings(join(apps, name))))("$name are as before", async (check) => {
    const comparison = await tryCheck(check, copies, true);
    console.log(`${name}: ${describeComparison(check.name, comparison)}`);
    expect({ broken: comparison.broken, lost: comparison.lost }).toEqual({ broken: [], lost: [] });
    expect(conclusionOf(comparison)).toBe("as before");
    // What fails in the baseline says nothing of the move. A wrong password is told by the console.
    expect(comparison.known.filter((it) => !it.startsWith("console: "))).toEqual([]);
  });
});
