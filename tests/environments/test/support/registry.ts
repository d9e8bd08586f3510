import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../../provider-flows/servers/listen.ts";

/** A registry on the loopback that has the packed packages. */
export interface Registry {
  url: string;
  stop(): Promise<void>;
}

/** Serves the tarballs of a folder as what they will be once they are published. */
export async function startRegistry(folder: string): Promise<Registry> {
  const { port, close } = await serve((request, response) => {
    // npm keeps answers, and the next run may get the same port.
    response.setHeader("cache-control", "no-store");
    const [, name = "", isTarball] = /^\/@sojourn(?:\/|%2f)([\w-]+)(\.tgz)?$/i.exec(
      request.url ?? "",
    ) ?? [null];
    const path = join(folder, `${name}.tgz`);
    if (!name || !existsSync(path)) response.writeHead(404).end("{}");
    else if (isTarball) response.end(readFileSync(path));
    else response.end(JSON.stringify(describe(path, `http://${request.headers.host}`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: close };
}

function describe(path: string, url: string): unknown {
  const packed = execFileSync("tar", ["-xzOf", path, "package/package.json"], { encoding: "utf8" });
  const manifest = JSON.parse(packed) as { name: string; version: string };
  const { name, version } = manifest;
  const integrity = `sha512-${createHash("sha512").update(readFileSync(path)).digest("base64")}`;
  return {
    name,
    "dist-tags": { latest: version },
    versions: { [version]: { ...manifest, dist: { tarball: `${url}/${name}.tgz`, integrity } } },
  };
}
