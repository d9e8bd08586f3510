/** What the server reads of a request. */
export type RequestLike = Pick<Request, "headers" | "method" | "signal" | "url" | "text">;

/** Headers; where there are none of the platform's, as in Jest with jsdom, as much as is looked at. */
function toHeaders(init?: HeadersInit): Headers {
  if (typeof Headers === "function") return new Headers(init);
  const entries = Object.entries({ ...init }).map(([name, value]) => [name.toLowerCase(), value]);
  const fields = Object.fromEntries(entries) as Partial<Record<string, string>>;
  const get = (name: string): string | null => fields[name.toLowerCase()] ?? null;
  return { get, has: (name) => get(name) !== null } as Headers;
}

/** A request as `fetch` would make it. A `Request` takes no signals of jsdom's. */
export function toRequest(url: URL, init: RequestInit = {}): RequestLike {
  const { method = "GET", body, signal } = init;
  return {
    url: url.href,
    method,
    headers: toHeaders(init.headers),
    signal: signal ?? new AbortController().signal,
    // Forms as `URLSearchParams`, all else as text.
    text: async () => String((body as URLSearchParams | string | null | undefined) ?? ""),
  };
}

/** A response; where there are none of the platform's, as much as a client looks at. */
export function createResponse(body: string, status = 200, contentType = "text/html"): Response {
  const headers = { "Content-Type": contentType };
  if (typeof Response === "function") return new Response(body, { status, headers });
  const ok = status >= 200 && status < 300;
  const answer = { ok, status, type: "default", headers: toHeaders(headers) };
  const text = async (): Promise<string> => body;
  return { ...answer, text, json: async (): Promise<unknown> => JSON.parse(body) } as Response;
}

/** A response that is JSON. */
export function createJsonResponse(data: unknown, status?: number): Response {
  return createResponse(JSON.stringify(data), status, "application/json");
}

/** Says when a response was given, where it has headers of the platform's. */
export function withDate(response: Response, now: number): Response {
  if (typeof Response === "function") response.headers.set("Date", new Date(now).toUTCString());
  return response;
}

/** What stands for a request that fails on its way. */
export function createErrorResponse(): Response {
  return typeof Response === "function" ? Response.error() : ({ type: "error" } as Response);
}
