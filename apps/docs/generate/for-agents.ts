/** Writes what agents read beside the built site: each page as Markdown, llms.txt and llms-full.txt. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { groups as sidebar } from "../.vitepress/sidebar.ts";
import { base, built, composed } from "./site.ts";

interface Page {
  path: string;
  title: string;
  description: string;
  body: string;
}

/** Reads a page as it was composed. */
function readPage(title: string, path: string): Page {
  const text = readFileSync(join(composed, path), "utf8");
  const [, description = ""] = /^description: "(.*)"$/m.exec(text) ?? [];
  return { path, title, description, body: text.replace(/^---\n[^]*?\n---\n+/, "") };
}

const groups = sidebar.map(({ text, items }) => ({
  text,
  pages: items
    .filter(({ link }) => !link?.endsWith("/"))
    .map((it) => readPage(it.text ?? "", `${it.link?.slice(1)}.md`)),
}));
const pages = groups.flatMap((it) => it.pages);

const intro = `# Sojourn

> The session client for every backend that speaks the Auth.js protocol (next-auth 4, Auth.js 5): one observable session, the same in every tab. \`@sojourn/react\` is a drop-in for \`next-auth/react\`; there are adapters for Vue, Svelte and Solid, and \`@sojourn/core\` for plain scripts.`;

const lists = groups.map(({ text, pages: all }) => {
  const lines = all.map((it) => `- [${it.title}](${base}${it.path}): ${it.description}`);
  return `## ${text}\n\n${lines.join("\n")}`;
});

for (const { path } of [...pages, { path: "errors/index.md" }, { path: "reference/index.md" }]) {
  mkdirSync(dirname(join(built, path)), { recursive: true });
  copyFileSync(join(composed, path), join(built, path));
}
writeFileSync(join(built, "llms.txt"), `${[intro, ...lists].join("\n\n")}\n`);
writeFileSync(
  join(built, "llms-full.txt"),
  `${[intro, ...pages.map(({ path, body }) => `<!-- ${base}${path} -->\n\n${body}`)].join("\n\n")}`,
);
