import type { Metafile } from "esbuild";
import { clients } from "../clients.ts";
import type { Findings, Row } from "../results.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { leftOut } from "./left-out.ts";

/** Minified bytes of each module, by the bundler's own account; the largest first. */
function bytesByModule({ outputs }: Metafile): [path: string, bytes: number][] {
  const inputs = Object.entries(Object.values(outputs)[0]?.inputs ?? {});
  return inputs
    .map(([path, { bytesInOutput }]): [string, number] => [path, bytesInOutput])
    .filter(([, bytes]) => bytes > 0)
    .toSorted(([, a], [, b]) => b - a);
}

/** `core/session/state`, of a path in `packages/core/dist`. */
function nameOf(path: string): string {
  return path.replace(/^.*packages\//, "").replace(/dist\/|\.js$/g, "");
}

function row(what: string, bundles: [string, Bundle][], kind: "raw" | "gzip" | "brotli"): Row {
  return { what, figures: Object.fromEntries(bundles.map(([name, it]) => [name, it[kind]])) };
}

/** Bytes that a page loads. */
export async function measureSize(): Promise<Findings> {
  const bundles: [string, Bundle][] = [];
  for (const { name, source } of clients) bundles.push([name, await bundle(source)]);
  const core = await bundle('export { createSessionClient } from "@sojourn/core";');
  const sojourn = clients.find(({ name }) => name === "Sojourn")?.source ?? "";
  const whole = await bundle(sojourn);
  const rest: Row[] = [{ what: "nothing", figures: { gzip: whole.gzip, raw: whole.raw } }];
  for (const [what, paths] of leftOut) {
    const { gzip, raw } = await bundle(sojourn, paths);
    rest.push({ what, figures: { gzip, raw } });
  }

  return {
    tables: [
      {
        title: "Provider, hook, signIn and signOut, in bytes",
        note: "Bundled and minified by esbuild, React left out. better-auth has no provider; it brings a whole client for its own server, and the hooks bring their query library.",
        rows: [
          row("gzip", bundles, "gzip"),
          row("brotli", bundles, "brotli"),
          row("raw", bundles, "raw"),
        ],
      },
      {
        title: "The core alone, in bytes",
        note: "`createSessionClient` of `@sojourn/core`: all but React.",
        rows: [{ what: "core", figures: { gzip: core.gzip, brotli: core.brotli, raw: core.raw } }],
      },
      {
        title: "What would be left if a part were left out, in bytes",
        note: "Of provider, hook, signIn and signOut, with empty functions in the place of the part's modules: what no rewriting of the others could do without it. It would not work, of course.",
        rows: rest,
      },
      {
        title: "The modules, in bytes",
        note: "Minified, not compressed, from esbuild's metafile of the same bundle; a byte of it is some 0.4 bytes of gzip.",
        rows: bytesByModule(whole.metafile).map(([path, bytes]) => ({
          what: nameOf(path),
          figures: { Sojourn: bytes },
        })),
      },
    ],
    charts: [
      {
        kind: "bars",
        file: "size.svg",
        title: "Provider, hook, signIn and signOut",
        unit: "bytes, gzip",
        bars: Object.fromEntries(bundles.map(([name, { gzip }]) => [name, gzip])),
      },
    ],
  };
}
