import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { groups } from "../.vitepress/sidebar.ts";
import { base, built, composed } from "./site.ts";

interface Page {
  path: string;
  title: string;
  description: string;
  body: string;
}

const intro = `# Sojourn

> The session client for every backend that speaks the Auth.js protocol (next-auth 4, Auth.js 5): one observable session, the same in every tab. \`@sojourn/react\` is a drop-in for \`next-auth/react\`; there are adapters for Vue, Nuxt, Svelte, Solid, Astro and Angular, and \`@sojourn/core\` for plain scripts.`;

/** Writes what agents read beside the built site: each page as Markdown, llms.txt and llms-full.txt. */
export function writeForAgents(): void {
  const sections = groups.map(({ text, items }) => ({
    text,
    pages: items.map(({ text: title = "", link = "" }) => readPage(title, fileOf(link))),
  }));
  const lists = sections.map(({ text, pages }) => {
    const lines = pages.map((it) => `- [${it.title}](${base}${it.path}): ${it.description}`);
    return `## ${text}\n\n${lines.join("\n")}`;
  });
  const pages = sections.flatMap((it) => it.pages);
  const texts = pages.map(({ path, body }) => `<!-- ${base}${path} -->\n\n${body}`);

  for (const { path, body } of pages) write(path, body);
  write("llms.txt", `${[intro, ...lists].join("\n\n")}\n`);
  write("llms-full.txt", [intro, ...texts].join("\n\n"));
}

/** The file of a link of the sidebar. */
function fileOf(link: string): string {
  return `${link.slice(1)}${link.endsWith("/") ? "index" : ""}.md`;
}

function readPage(title: string, path: string): Page {
  const text = readFileSync(join(composed, path), "utf8");
  const [, description = ""] = /^description: "(.*)"$/m.exec(text) ?? [];
  return { path, title, description, body: toPlain(text) };
}

/** A page without what only VitePress reads, whose links lead to Markdown, too. */
function toPlain(text: string): string {
  return text
    .replace(/^---\n[^]*?\n---\n+/, "")
    .replaceAll(/^(```\w+) (?:twoslash|v5|react-router)$/gm, "$1")
    .replaceAll(/\]\((\/[^)#]*)/g, (whole, link: string) =>
      /\.\w+$/.test(link) ? whole : `](${base}${fileOf(link)}`,
    );
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(built, path)), { recursive: true });
  writeFileSync(join(built, path), text);
}
