import type { ReceivedRequest } from "./types.ts";
import type { RequestLike } from "./web.ts";

function parseFields(body: string, type: string | null): Record<string, unknown> {
  if (!body) return {};
  if (type?.startsWith("application/json")) return Object(JSON.parse(body));
  return Object.fromEntries(new URLSearchParams(body));
}

/** Parses a request to a server whose handlers are below `basePath`. */
export async function receive(request: RequestLike, basePath: string): Promise<ReceivedRequest> {
  const { method, headers, signal } = request;
  const url = new URL(request.url);
  const endpoint = url.pathname.slice(basePath.length + 1);
  const fields = parseFields(await request.text(), headers.get("Content-Type"));
  return { method, endpoint, url, headers, fields, signal };
}
