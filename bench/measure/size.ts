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

/** What Sojourn is meant to weigh: provider, hook, signIn and signOut, gzip. */
const AIM = 10_600;

/** The core alone. */
export const CORE = 'export { createSessionClient } from "@sojourn/core";';

const write = (bytes: number): string => `${bytes.toLocaleString("en-US")} B`;

/** Says what stands in the way of the aim, by what is left when parts are left out. */
function explainAim(gzipWithout: (part: string) => number): string {
  const whole = gzipWithout(named.whole);
  const least = gzipWithout(named.requestsAndReact);
  const savedBy = (part: string): string => write(whole - gzipWithout(part));
  const distance = `${write(Math.abs(least - AIM))} ${least > AIM ? "above" : "below"} it`;
  return `The aim is ${write(AIM)}, and all is ${write(whole)}. What stands in the way: requests and React alone, without any session machine or tabs, are ${write(least)}, ${distance}. Leaving out all tabs saves ${savedBy(named.tabs)}; ${named.mutations} ${savedBy(named.mutations)}; ${named.withoutMachine} ${savedBy(named.withoutMachine)}.`;
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
  const gzipWithout = (part: string): number => {
    const found = rest.find(([name]) => name === part);
    if (!found) throw new Error(`Nothing was measured without "${part}".`);
    return found[1].gzip;
  };

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
        note: `Of provider, hook, signIn and signOut, with empty functions in the place of the part's modules: what no rewriting of the others could do without it. It would not work, of course. ${explainAim(gzipWithout)}`,
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
