import type { Metafile } from "esbuild";
import { clients } from "../clients.ts";
import type { Findings, Row } from "../results.ts";
import { type Bundle, bundle } from "./bundle.ts";

/** Which part of the core a module belongs to, by its path; the first that fits. */
const parts: [part: string, path: RegExp][] = [
  ["React binding", /react\/dist\//],
  [
    "sign-in, sign-out, update",
    /dist\/(mutations\/|api\/(csrf|form|popup|providers|safe|sign|verdict))/,
  ],
  ["passkeys", /dist\/api\/passkey/],
  ["tabs", /dist\/(tabs\/|session\/(hearing|announcement)|environment\/browser\/(tab|storage))/],
  ["expiry", /dist\/session\/expiry/],
  ["polls, retries, focus, page cache", /dist\/(triggers\/|session\/(refetch-policy|reading))/],
  ["the browser", /dist\/environment\//],
  ["the rest of the machine, store and client", /dist\//],
];

/** Minified bytes of each part, by the bundler's own account. */
function bytesByPart(metafile: Metafile): Record<string, number> {
  const [output] = Object.values(metafile.outputs);
  const sums: Record<string, number> = Object.fromEntries(parts.map(([part]) => [part, 0]));
  for (const [path, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const [part] = parts.find(([, pattern]) => pattern.test(path)) ?? [];
    if (part) sums[part] = (sums[part] ?? 0) + bytesInOutput;
  }
  return sums;
}

function row(what: string, bundles: [string, Bundle][], kind: "raw" | "gzip" | "brotli"): Row {
  return { what, figures: Object.fromEntries(bundles.map(([name, it]) => [name, it[kind]])) };
}

/** Bytes that a page loads. */
export async function measureSize(): Promise<Findings> {
  const bundles: [string, Bundle][] = [];
  for (const { name, source } of clients) bundles.push([name, await bundle(source)]);
  const core = await bundle('export { createSessionClient } from "@sojourn/core";');
  const [, whole] = bundles[0] ?? [];
  const partRows = Object.entries(bytesByPart(whole?.metafile ?? { inputs: {}, outputs: {} }));

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
        title: "What each part costs, in bytes",
        note: "Minified, not compressed, from esbuild's metafile of Sojourn's bundle. A part is a group of modules; what a part makes others carry is counted there.",
        rows: partRows
          .filter(([, bytes]) => bytes > 0)
          .map(([what, bytes]) => ({ what, figures: { Sojourn: bytes } })),
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
