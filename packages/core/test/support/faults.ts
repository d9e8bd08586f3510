import { json, type Fault, type RequestLog } from "./auth-server.ts";

/** What goes wrong in place of an answer. */
export type Failure = (request: RequestLog) => Response | Promise<Response>;

/** Lets the requests of one endpoint go wrong, e.g. `"GET session"`; so many times, if a number is given. */
export function failing(what: string, failure: Failure, times = Infinity): Fault {
  let left = times;
  return (request) => {
    if (`${request.method} ${request.endpoint}` !== what || left <= 0) return undefined;
    left -= 1;
    return failure(request);
  };
}

export const answering =
  (status: number, headers: Record<string, string> = {}): Failure =>
  () =>
    json({ message: "There is a problem with the server configuration." }, status, headers);

export const saying =
  (text: string, status = 200): Failure =>
  () =>
    new Response(text, { status });

export const html: Failure = () =>
  new Response("<!doctype html><title>Log in to Wi-Fi</title>", {
    headers: { "Content-Type": "text/html" },
  });

export const truncated: Failure = saying('{"user":{"name":"Ad');

export const reset: Failure = () => Promise.reject(new TypeError("Failed to fetch"));

export const hanging: Failure = () => new Promise(() => {});

/** The headers arrive, and the body never ends; like a browser's, it fails when the request is aborted. */
export const stalling: Failure = ({ signal }) => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"user":'));
      signal?.addEventListener("abort", () => controller.error(signal.reason));
    },
  });
  return new Response(body);
};
