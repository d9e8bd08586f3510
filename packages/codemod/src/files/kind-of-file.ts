import { posix } from "node:path";

/** How a file is parsed: as a program, as a file with programs in it, as JSON, or not at all. */
export type FileKind = "script" | "component" | "astro" | "markdown" | "json" | "other";

const kinds: [FileKind, RegExp][] = [
  ["script", /\.[cm]?[jt]sx?$/],
  ["component", /\.(vue|svelte)$/],
  ["astro", /\.astro$/],
  ["markdown", /\.mdx?$/],
  [
    "json",
    /(^|\/)(package\.json|[tj]sconfig[\w.-]*\.json|jest[\w.-]*\.json|\.(babel|swc|eslint|oxlint)rc(\.json)?|biome\.jsonc?)$/,
  ],
];

/** Returns the kind of a file by its name. */
export function kindOfFile(path: string): FileKind {
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? "other";
}

/** Whether a file is a package.json. */
export function isManifest(path: string): boolean {
  return posix.basename(path) === "package.json";
}

/** Whether a program contains the settings of a tool. Strings may be names of modules there. */
export function isSettings(path: string): boolean {
  const name = posix.basename(path);
  return (
    /(^|\/)\.storybook\//.test(path) ||
    /\.(config|preset|workspace)\.[cm]?[jt]s$/.test(name) ||
    /^(jest|vitest|vite|webpack|babel|metro)[\w.-]*\.[cm]?[jt]s$/.test(name) ||
    /^\.\w+rc\.[cm]?js$/.test(name)
  );
}

/** Whether a file belongs to tests or stories, and not to the app itself. */
export function isTest(path: string): boolean {
  return (
    /(^|\/)(__tests__|__mocks__|__fixtures__|tests?|e2e|cypress|fixtures|mocks)\//.test(path) ||
    /[.-](test|spec|cy|stories|mock|fixture)\.\w+$/.test(path) ||
    /(^|\/)(jest|vitest)[\w.-]*$/.test(path)
  );
}
