import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A server in front of an app, on the same host, with files of its own. */
export interface FrontServer {
  url: string;
  /** What it answers by itself, by the path. */
  files: Map<string, { type: string; text: string; cacheControl?: string }>;
  /** While it is `true`, connections are cut. */
  isDown: boolean;
  close(): Promise<void>;
}

/** Starts it on a free port of the loopback. */
export async function startFrontServer(appUrl: string): Promise<FrontServer> {
  const files: FrontServer["files"] = new Map();
  const server = createServer((request, response) => {
    if (front.isDown) return void request.socket.destroy();
    const file = files.get(request.url ?? "");
    if (!file) return passOn(appUrl, request, response);
    response.setHeader("Content-Type", file.type);
    if (file.cacheControl) response.setHeader("Cache-Control", file.cacheControl);
    response.end(file.text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const front: FrontServer = {
    url: `http://127.0.0.1:${port}`,
    files,
    isDown: false,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return front;
}

function passOn(appUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = "/" } = request;
  const upstream = ask(new URL(url, appUrl), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on("error", () => response.destroy());
  request.pipe(upstream);
}
