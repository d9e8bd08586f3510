import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../packages.ts";

/** The pages whose examples have to compile: those of the site, and those that are published. */
export const pagesWithExamples: string[] = [
  "README.md",
  "CONTRIBUTING.md",
  "examples/next-pages/README.md",
  ...globSync(["packages/*/*.md", "docs/**/*.md", "apps/docs/pages/**/*.md"], { cwd: root }),
].toSorted();

/** A fenced example of a page. */
export interface Fence {
  /** Where it is, as `README.md:12`. */
  location: string;
  line: number;
  language: string;
  /** What follows the language, as `twoslash`. */
  flags: string[];
  code: string;
  /** Whose compiler it needs. */
  framework: Framework;
}

type Framework =
  | "angular"
  | "astro"
  | "react"
  | "react-router"
  | "solid"
  | "svelte"
  | "tanstack-start"
  | "vue";

/** The fenced examples of a page, of some languages. */
export function fencesOf(page: string, languages: readonly string[]): Fence[] {
  const text = readFileSync(join(root, page), "utf8");
  const fences = text.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```$/gm);
  return Array.from(fences, ({ 1: language = "", 2: info = "", 3: code = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const flags = info.split(" ").filter(Boolean);
    const framework = frameworkOf(language, code, flags);
    return { location: `${page}:${line}`, line, language, flags, code, framework };
  }).filter((it) => languages.includes(it.language));
}

function frameworkOf(language: string, code: string, flags: string[]): Framework {
  if (flags.includes("react-router")) return "react-router";
  if (flags.includes("tanstack-start")) return "tanstack-start";
  if (language === "svelte" || language === "vue") return language;
  if (
    /from "(svelte|@sojourn\/svelte|@auth\/sveltekit|@sveltejs\/kit|\.\/\$types)|"@sojourn\/svelte"/.test(
      code,
    )
  )
    return "svelte";
  if (/from "(solid-js|@sojourn\/solid|@solidjs\/)|"@sojourn\/solid"/.test(code)) return "solid";
  if (/"@(angular|sojourn\/angular)\b/.test(code)) return "angular";
  if (/from "(astro:|@sojourn\/astro)/.test(code)) return "astro";
  if (/from "\.\/\w+\.vue"|defineNuxt|defineEventHandler|"@sojourn\/nuxt"/.test(code)) return "vue";
  return "react";
}
