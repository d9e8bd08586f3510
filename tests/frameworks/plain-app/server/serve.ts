import { createServer, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const { method = "GET", url = "/" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(new URL(url, `http://${incoming.headers.host}`), {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
}

/** Serves what a handler answers at `PORT` of the loopback. */
export function serve(handler: (request: Request) => Response | Promise<Response>): void {
  const server = createServer(async (incoming, outgoing) => {
    const response = await handler(toRequest(incoming));
    outgoing.statusCode = response.status;
    outgoing.setHeaders(response.headers);
    if (response.body) Readable.fromWeb(response.body as never).pipe(outgoing);
    else outgoing.end();
  });
  server.listen(Number(process.env["PORT"] ?? 3000), "127.0.0.1");
}
