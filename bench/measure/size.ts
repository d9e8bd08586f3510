import { clients } from "../clients.ts";
import type { Findings, Row } from "../results.ts";
import { type Bundle, bundle, bytesByModule } from "./bundle.ts";
import { leftOut, named } from "./left-out.ts";

/** `core/session/state`, of a path in `packages/core/dist`. */
function nameOf(path: string): string {
  return path.replace(/^.*packages\//, "").replace(/dist\/|\.js$/g, "");
}

function row(what: string, bundles: [string, Bundle][], kind: "raw" | "gzip" | "brotli"): Row {
  return { what, figures: Object.fromEntries(bundles.map(([name, it]) => [name, it[kind]])) };
}

/** What Sojourn was meant to weigh, in bytes of gzip. */
const AIM = { whole: 10_600, light: 9000 };

/** The core alone. */
export const CORE = 'export { createSessionClient } from "@sojourn/core";';

const write = (bytes: number): string => `${bytes.toLocaleString("en-US")} B`;

/** Says what stands in the way of an aim, by what is left when parts are left out. */
async function explainAim(what: string, source: string, aim: number): Promise<string> {
  const paths = new Map(leftOut);
  const gzipWithout = async (part: string): Promise<number> =>
    (await bundle(source, paths.get(part))).gzip;
  const { gzip: all } = await bundle(source);
  const savedBy = async (part: string): Promise<string> => write(all - (await gzipWithout(part)));
  return [
    `${what}: the aim is ${write(aim)}, and all is ${write(all)}.`,
    `Leaving out all tabs saves ${await savedBy(named.tabs)};`,
    `${named.mutations} ${await savedBy(named.mutations)};`,
    `${named.withoutMachine} ${await savedBy(named.withoutMachine)}.`,
    `Requests and React alone are ${write(await gzipWithout(named.requestsAndReact))}.`,
  ].join(" ");
}

/** The same for a page on which nobody signs in or out. */
function withoutActions(source: string): string {
  return source.replace(", signIn, signOut", "");
}

/** Bytes that a page loads. */
export async function measureSize(): Promise<Findings> {
  const bundles: [string, Bundle][] = [];
  const light: [string, Bundle][] = [];
  for (const { name, source } of clients) {
    bundles.push([name, await bundle(source)]);
    light.push([name, await bundle(withoutActions(source))]);
  }
  const core = await bundle(CORE);
  const sojourn = clients.find(({ name }) => name === "Sojourn")?.source ?? "";
  const whole = await bundle(sojourn);
  const rest: [part: string, bundle: Bundle][] = [[named.whole, whole]];
  for (const [part, paths] of leftOut) rest.push([part, await bundle(sojourn, paths)]);
  const aims = [
    await explainAim("All", sojourn, AIM.whole),
    await explainAim("Provider and hook alone", withoutActions(sojourn), AIM.light),
  ];

  return {
    tables: [
      {
        title: "Provider, hook, signIn and signOut, in bytes",
        note: "Bundled and minified by esbuild, React left out. better-auth has no provider; it brings a whole client for its own server, and the hooks bring their query library.",
        rows: [
          row("gzip", bundles, "gzip"),
          row("brotli", bundles, "brotli"),
          row("raw", bundles, "raw"),
          { ...row("gzip", light, "gzip"), what: "gzip, of provider and hook alone" },
        ],
      },
      {
        title: "The core alone, in bytes",
        note: "`createSessionClient` of `@sojourn/core`: all but React.",
        rows: [{ what: "core", figures: { gzip: core.gzip, brotli: core.brotli, raw: core.raw } }],
      },
      {
        title: "What would be left if a part were left out, in bytes",
        note: `Of provider, hook, signIn and signOut, with empty functions in the place of the part's modules: what no rewriting of the others could do without it. It would not work, of course. ${aims.join(" ")}`,
        rows: rest.map(([what, { gzip, raw }]) => ({ what, figures: { gzip, raw } })),
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
