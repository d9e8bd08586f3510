import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import type { WebkitPrograms } from "../../../../scripts/webkit.ts";

/** A driver that listens. */
export interface WebkitDriver {
  url: string;
  stop(): Promise<void>;
}

/** Starts the driver on a screen that nobody sees. */
export async function startWebkitDriver({ driver, screen }: WebkitPrograms): Promise<WebkitDriver> {
  const screenArgs = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const shown = spawn(screen, screenArgs, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true,
  });
  const [display] = await once(shown.stdio[3] as Readable, "data");
  const port = await freePort();
  const driving = spawn(driver, [`--port=${port}`], {
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      GDK_BACKEND: "x11",
      // Root may make no sandbox, and all pages are the lab's.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const stopAll = (): void => [driving, shown].forEach(kill);
  process.once("exit", stopAll);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      process.off("exit", stopAll);
      stopAll();
    },
  };
}

/** With all that it has started. */
function kill({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
