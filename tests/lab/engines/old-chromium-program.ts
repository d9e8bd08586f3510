import { createRequire } from "node:module";

/** What to do where there is none. */
export const howToGetOldChromium =
  "No Chromium 111 found. It is the optional dependency @sparticuz/chromium of tests/lab, for Linux on x64 alone: pnpm install brings it.";

/** The Chromium of a package, which is packed. */
export interface PackedChromium {
  unpack(): Promise<string>;
}

/** The Chromium that the package brings, if it is installed and this machine can run it. */
export function findOldChromium(): PackedChromium | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    const path = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    return {
      async unpack() {
        const { default: chromium } = await import(path);
        return chromium.executablePath();
      },
    };
  } catch {
    return undefined;
  }
}
