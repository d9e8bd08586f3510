import { applyEdits } from "./edit.ts";
import type { Examined } from "./examine.ts";
import { isSettings } from "./files/kind-of-file.ts";
import { tryToParse } from "./parse/parse.ts";
import { partsOfFile } from "./parse/parts-of-file.ts";
import { inlineClient } from "./rename/inline-client.ts";
import { isBelow, packageAbove, type Runners } from "./runners.ts";

/**
 * Makes Vitest transform `@sojourn/react` if it transforms next-auth. Vitest cannot spy on a module
 * that Node loads.
 */
export function inlineInVitest(files: Examined[], runnersOf: (path: string) => Runners): void {
  const paths = new Set(files.map((it) => it.path));
  const users = files.filter((it) => it.packages.has("@sojourn/react"));
  for (const file of files) {
    if (!isSettings(file.path)) continue;
    const { isVitest, isInlined } = runnersOf(file.path);
    const folder = packageAbove(file.path, paths);
    if (!isVitest || !isInlined || !users.some((it) => isBelow(it.path, folder))) continue;
    const edits = partsOfFile(file.path, file.after).flatMap((part) => {
      // The file is parsed again, because earlier edits have moved the offsets.
      const tree = tryToParse(part);
      return tree ? inlineClient(tree, part.code) : [];
    });
    file.after = applyEdits(file.after, edits);
  }
}
