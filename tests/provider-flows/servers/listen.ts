import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

interface Closable {
  close(): Promise<void>;
}

/** A server that may be out of reach for a while. */
export interface ComesAndGoes {
  /** Makes it unreachable, until it is told to come back. */
  vanish(): Promise<void>;
  comeBack(): Promise<void>;
}

/** @param start starts the server anew, at the port that it had */
export function comeAndGo(running: Closable, start: () => Promise<Closable>): ComesAndGoes {
  let server: Closable | undefined = running;
  return {
    async vanish() {
      await server?.close();
      server = undefined;
    },
    async comeBack() {
      server ??= await start();
    },
  };
}

/** Serves HTTP on loopback; without a port, on a free one. */
export async function serve(
  listener: RequestListener,
  port = 0,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(listener).listen(port, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
