import { posix } from "node:path";

/**
 * The layers of packages/core/src, lowest first. A file may import from its own group and from lower layers;
 * groups of one layer do not import one another.
 */
const layers: string[][] = [
  [
    "types",
    "deadline.ts",
    "durations.ts",
    "errors.ts",
    "json.ts",
    "once.ts",
    "share-structure.ts",
    "environment/environment.ts",
  ],
  ["session", "store"],
  ["tabs", "api"],
  ["runtime", "mutations", "environment"],
  ["client"],
  ["features"],
  ["index.ts"],
  ["worker.ts"],
];

/** The environments import the vocabulary only, and the clients import them. */
const highestImportOf: Record<string, number> = { environment: 0 };

interface Position {
  group: string;
  layer: number;
}

function positionOf(file: string): Position | undefined {
  for (const [layer, groups] of layers.entries()) {
    const group = groups.find((it) => file === it || file.startsWith(`${it}/`));
    if (group) return { group, layer };
  }
  return undefined;
}

/**
 * Says why one file of packages/core/src may not import another, or returns undefined if it may.
 * Both paths are relative to src, for example "session/transition.ts".
 */
export function forbidImport(from: string, to: string): string | undefined {
  const importer = positionOf(from);
  const imported = positionOf(to);
  if (!importer) return `${from} has no layer: give it one in scripts/lint/layers.ts.`;
  if (!imported) return `${to} has no layer: give it one in scripts/lint/layers.ts.`;
  if (importer.group === imported.group || (importer.layer === 0 && imported.layer === 0))
    return undefined;

  const highest = highestImportOf[importer.group] ?? importer.layer - 1;
  if (imported.layer <= highest) return undefined;
  return `${from} (layer ${importer.layer}) may not import ${to} (layer ${imported.layer}): only its own folder and layers up to ${highest}.`;
}

/** Resolves a relative import of a file to a path relative to src. */
export function resolveImport(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier);
}
