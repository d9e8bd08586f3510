/** The part of a request that the server reads. */
export type RequestLike = Pick<Request, "headers" | "method" | "signal" | "url" | "text">;

/**
 * Creates headers. If the platform has no `Headers`, as Jest with jsdom, it creates an object with
 * the methods that are used.
 */
function toHeaders(init?: HeadersInit): Headers {
  if (typeof Headers === "function") return new Headers(init);
  const entries = Object.entries({ ...init }).map(([name, value]) => [name.toLowerCase(), value]);
  const fields = Object.fromEntries(entries) as Partial<Record<string, string>>;
  const get = (name: string): string | null => fields[name.toLowerCase()] ?? null;
  return { get, has: (name) => get(name) !== null } as Headers;
}

/**
 * Creates a request as `fetch` would. It is no `Request`, because that rejects the signals of
 * jsdom.
 */
export function toRequest(url: URL, init: RequestInit = {}): RequestLike {
  const { method = "GET", body, signal } = init;
  return {
    url: url.href,
    method,
    headers: toHeaders(init.headers),
    signal: signal ?? new AbortController().signal,
    // The client sends a form as `URLSearchParams`, and everything else as text.
    text: async () => String((body as URLSearchParams | string | null | undefined) ?? ""),
  };
}

/**
 * Creates a response. If the platform has no `Response`, it creates an object with what a client
 * reads.
 */
export function createResponse(body: string, status = 200, contentType = "text/html"): Response {
  const headers = { "Content-Type": contentType };
  if (typeof Response === "function") return new Response(body, { status, headers });
  const ok = status >= 200 && status < 300;
  const answer = { ok, status, type: "default", headers: toHeaders(headers) };
  const text = async (): Promise<string> => body;
  return { ...answer, text, json: async (): Promise<unknown> => JSON.parse(body) } as Response;
}

/** Creates a response of JSON. */
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
