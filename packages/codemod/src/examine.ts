import { applyEdits, type Edit, lineAt } from "./edit.ts";
import { isSettings, isTest, kindOfFile } from "./files/kind-of-file.ts";
import { findBindings } from "./look/bindings.ts";
import { look } from "./look/look.ts";
import { findProviding } from "./look/readers.ts";
import type { Scene } from "./look/scene.ts";
import { clientModules, packageOf, renamePath } from "./names.ts";
import { parse, type Tree } from "./parse/parse.ts";
import type { Part } from "./parse/part.ts";
import { partsOfFile } from "./parse/parts-of-file.ts";
import { visit } from "./parse/visit.ts";
import type { Change, Finding, Skipped } from "./report.ts";
import { isAugmentation } from "./rename/augmentation.ts";
import { moduleNameIn } from "./rename/module-names.ts";
import { createRename } from "./rename/relocate.ts";
import { renameInProgram, renameInSettings } from "./rename/rename-in-program.ts";
import type { Runners } from "./runners.ts";

/** What was found in one file, and its changes. */
export interface Examined extends Change {
  findings: Finding[];
  skipped: Skipped[];
  /** The packages that the changed file needs. */
  packages: Set<string>;
  /** The lines with a provider. */
  providers: number[];
  /** Whether the file reads the session, or may do so. */
  hasReader: boolean;
}

/** Returns the result for a file that stays unchanged. */
export function leave(path: string, text: string): Examined {
  return {
    ...{ path, before: text, after: text, findings: [], skipped: [] },
    ...{ packages: new Set<string>(), providers: [], hasReader: false },
  };
}

/** Examines a file. One without next-auth stays unchanged. */
export function examine(
  path: string,
  text: string,
  runnersOf: (path: string) => Runners,
): Examined {
  const to = renamePath(path);
  const result = leave(path, text);
  if (to === path && !isOfInterest(path, text)) return result;

  const edits: Edit[] = [];
  for (const part of partsOfFile(path, text)) {
    const line = (at: number): number => lineAt(text, part.offset + at);
    try {
      const tree = parse(part);
      for (const it of editsOf(part, tree, path, to)) {
        edits.push({ ...it, start: part.offset + it.start, end: part.offset + it.end });
      }
      if (!part.isExample) inspect(tree, result, runnersOf(path), line);
    } catch (error) {
      // A part that cannot be parsed may read the session.
      result.hasReader ||= part.code.includes("useSession");
      if (part.isGuess || !namesClient(part.code)) continue;
      const { message, pos = 0 } = error as { message: string; pos?: number };
      const reason = `can't be parsed: ${message.replace(/\s*\(\d+:\d+\)$/, "")}`;
      result.skipped.push({ path, line: line(pos), reason });
    }
  }
  const isWhole = kindOfFile(path) === "script" && result.skipped.length > 0;
  if (to !== path && !isWhole) result.movesTo = to;
  result.after = applyEdits(text, edits);
  return result;
}

function editsOf(part: Part, tree: Tree, path: string, to: string): Edit[] {
  if (part.language === "json") return renameInSettings(tree, part.code);
  const edits = renameInProgram(tree, createRename(path, to));
  return isSettings(path) ? [...edits, ...renameInSettings(tree, part.code)] : edits;
}

function inspect(
  { root }: Tree,
  result: Examined,
  runners: Runners,
  line: (at: number) => number,
): void {
  const { path } = result;
  const isJson = kindOfFile(path) === "json";
  const scene: Scene = {
    ...{ root, bindings: findBindings(root), isTest: isTest(path) },
    isSettings: isJson || isSettings(path),
    runners,
  };
  for (const { rule, at } of look(scene)) result.findings.push({ path, line: line(at), rule });

  const { providers, hasReader } = findProviding(scene);
  result.providers.push(...providers.map(line));
  result.hasReader ||= hasReader;
  visit(root, (node, ancestors) => {
    const name = moduleNameIn(node)?.value;
    if (isAugmentation(node, ancestors)) return;
    if (!name || !clientModules.has(name)) return;
    result.packages.add(packageOf(createRename(path, path)(name)));
  });
}

/** Whether a file has to be parsed. This only searches the text, because parsing is slow. */
function isOfInterest(path: string, text: string): boolean {
  const isMock = /__mocks__/.test(path) || /__mocks__/.test(text);
  const hasSession = /\bexpires\b/.test(text) && /\buser\b/.test(text);
  return isMock || hasSession || namesClient(text) || /nextauth\.message|__NEXTAUTH/.test(text);
}

function namesClient(text: string): boolean {
  return /next\\*-auth|@sojourn\/(react|webauthn)/.test(text);
}
