import { kindOfFile } from "../files/kind-of-file.ts";
import type { Language, Part } from "./part.ts";

const languages: Record<string, Language> = {
  ...{ js: "js", jsx: "js", mjs: "js", cjs: "js", javascript: "js" },
  ...{ ts: "ts", mts: "ts", cts: "ts", typescript: "ts", tsx: "tsx" },
};

/** Returns the programs in a file. */
export function partsOfFile(path: string, text: string): Part[] {
  switch (kindOfFile(path)) {
    case "script":
      return [{ code: text, offset: 0, language: languageOf(path) }];
    case "json":
      return [{ code: text, offset: 0, language: "json" }];
    case "component":
      return scriptsIn(text, "js");
    case "astro":
      return [...headOf(text), ...scriptsIn(text, "ts")];
    case "markdown":
      return [...fencesIn(text), ...(path.endsWith("x") ? statementsIn(text) : [])];
    default:
      return [];
  }
}

function languageOf(path: string): Language {
  if (/\.d\.[cm]?ts$/.test(path)) return "dts";
  return languages[path.slice(path.lastIndexOf(".") + 1)] ?? "js";
}

function scriptsIn(text: string, otherwise: Language): Part[] {
  return Array.from(text.matchAll(/(<script\b([^>]*)>)([^]*?)<\/script>/g), (found) => {
    const [, tag = "", attributes = "", code = ""] = found;
    const [, lang = ""] = /\blang=["']?(\w+)/.exec(attributes) ?? [];
    return { code, offset: found.index + tag.length, language: languages[lang] ?? otherwise };
  });
}

function headOf(text: string): Part[] {
  const [, mark = "", code] = /^(\uFEFF?---\r?\n)([^]*?)^---/m.exec(text) ?? [];
  return code === undefined || !text.startsWith(mark)
    ? []
    : [{ code, offset: mark.length, language: "ts" }];
}

const fence = /^([ \t]*(```+|~~~+)[ \t]*(\w+)[^\n]*\n)([^]*?)^[ \t]*\2[ \t]*\r?$/gm;

function fencesIn(text: string): Part[] {
  return Array.from(text.matchAll(fence), (found) => {
    const [, head = "", , name = "", code = ""] = found;
    const language = languages[name.toLowerCase()];
    return language && { code, offset: found.index + head.length, language, isExample: true };
  }).filter((it) => it !== undefined);
}

/** Returns the imports and exports of MDX: paragraphs that start with one, outside of examples. */
function statementsIn(text: string): Part[] {
  const outside = text.replace(fence, (it) => it.replaceAll(/[^\r\n]/g, " "));
  const paragraphs = outside.matchAll(/^(?:import|export)\b[^]*?(?=\r?\n[ \t]*\r?\n|(?![^]))/gm);
  return Array.from(paragraphs, ({ 0: code, index }) => ({
    code,
    offset: index,
    language: "tsx",
    isGuess: true,
  }));
}
