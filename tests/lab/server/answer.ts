import type { ServerResponse } from "node:http";

/** What the server is about to send. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Values of `Set-Cookie`. */
  cookies: string[];
  body: string;
}

export function json(data: unknown, status = 200): Answer {
  const headers = { "Content-Type": "application/json" };
  return { status, headers, cookies: [], body: JSON.stringify(data) };
}

export function text(body: string, status = 200, type = "text/plain"): Answer {
  return { status, headers: { "Content-Type": `${type}; charset=utf-8` }, cookies: [], body };
}

export function redirect(location: string): Answer {
  return { ...text("", 302), headers: { Location: location } };
}

export function send({ status, headers, cookies, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, { ...headers, ...(cookies.length && { "Set-Cookie": cookies }) });
  response.end(body);
}
