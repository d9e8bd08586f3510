import { once } from "node:events";
import type { Readable } from "node:stream";
import { freePort } from "../../../../scripts/free-port.ts";
import type { WebkitPrograms } from "../../../../scripts/webkit.ts";
import { startProcessGroup } from "./process-group.ts";

/** A driver that listens. */
export interface WebkitDriver {
  url: string;
  stop(): void;
}

/** Starts the driver on a screen that nobody sees. */
export async function startWebkitDriver({ driver, screen }: WebkitPrograms): Promise<WebkitDriver> {
  const screenArgs = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const shown = startProcessGroup(screen, screenArgs, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const ended = once(shown.process, "exit").then(([code]) => {
    throw new Error(`Xvfb has ended with ${code}.`);
  });
  const [display] = await Promise.race([once(shown.process.stdio[3] as Readable, "data"), ended]);
  ended.catch(() => {});
  const port = await freePort();
  const driving = startProcessGroup(driver, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      GDK_BACKEND: "x11",
      // Root may make no sandbox, and all pages are the lab's.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      driving.kill();
      shown.kill();
    },
  };
}
