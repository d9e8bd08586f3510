import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Application, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { root } from "../../../scripts/packages.ts";
import { entries, pageOf } from "./entries.ts";
import { composed, docs } from "./site.ts";

const out = join(composed, "reference");

const options: TypeDocOptions & Partial<PluginOptions> = {
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: entries.map(({ declarations }) => join(root, "packages", declarations)),
  tsconfig: join(docs, "tsconfig.reference.json"),
  // The declarations are the compiler's own. TypeScript 6 reads what TypeScript 7 has written.
  skipErrorChecking: true,
  logLevel: "Warn",
  out,
  router: "module",
  readme: "none",
  disableSources: true,
  excludeExternals: true,
  entryFileName: "index",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  hidePageTitle: true,
  hideGroupHeadings: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  typeDeclarationFormat: "table",
  enumMembersFormat: "table",
};

/** Writes a page for each entry of the packages, by the types and comments that they publish. */
export async function writeReference(): Promise<void> {
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (!project) throw new Error("typedoc has found nothing to document.");
  for (const entryModule of project.children ?? []) {
    const entry = entries.find(({ declarations }) => declarations === `${entryModule.name}.d.ts`);
    const index = entries.find(
      ({ declarations }) => declarations === `${entryModule.name}/index.d.ts`,
    );
    entryModule.name = pageOf((entry ?? index)?.specifier ?? entryModule.name);
  }
  await app.generateOutputs(project);
  for (const { specifier } of entries) addHead(specifier);
  writeFileSync(join(out, "index.md"), contents());
}

function addHead(specifier: string): void {
  const file = join(out, `${pageOf(specifier)}.md`);
  const head = `---\ndescription: "What ${specifier} exports, with types."\noutline: 2\n---\n\n`;
  writeFileSync(file, `${head}# ${specifier}\n\n${readFileSync(file, "utf8")}`);
}

function contents(): string {
  const head = `---\ndescription: "What each package exports."\n---\n\n# API reference\n\n`;
  const intro = "Made of the types and comments that the packages publish.\n\n";
  return head + intro + entries.map(({ specifier: it }) => `- [${it}](./${pageOf(it)})\n`).join("");
}
