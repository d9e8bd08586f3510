import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const app = join(import.meta.dirname, "../../examples/vanilla");

/** A page for tests: the README says so. The pages about features have a folder of their own. */
const notCounted = ["provider-flows.ts"];

const files = globSync("*.ts", { cwd: join(app, "src") });

function countLines(names: string[]): number {
  const script = names.map((name) => readFileSync(join(app, "src", name), "utf8")).join("\n");
  return script.split("\n").filter((line) => line.trim()).length;
}

test("the vanilla app shows the session, signs in and out and changes a name in a hundred lines of script", () => {
  const counted = files.filter((name) => !notCounted.includes(name));
  expect(counted.length).toBeGreaterThan(1);
  expect(countLines(counted)).toBeLessThanOrEqual(100);

  const readme = readFileSync(join(app, "README.md"), "utf8");
  expect(readme).toContain(
    `Of ${countLines(files)} lines of script in \`src\`, without empty ones, ${countLines(counted)} are counted`,
  );
  for (const name of notCounted) expect(readme).toContain(`\`${name}\``);
});
