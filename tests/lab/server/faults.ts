import type { ServerResponse } from "node:http";
import { type Answer, json, send, text } from "./answer.ts";

/** Sends something else than the answer, or nothing at all. */
export type Fault = (answer: Answer, response: ServerResponse) => void;

function instead(other: Answer, headers: Record<string, string> = {}): Fault {
  return (_answer, response) =>
    send({ ...other, headers: { ...other.headers, ...headers } }, response);
}

/** What can go wrong between a server and its users, by the name that tests print. */
export const faults = {
  "500": instead(json({ message: "There is a problem with the server configuration." }, 500)),
  "503 with Retry-After": instead(text("Down for maintenance", 503), { "Retry-After": "2" }),
  "429 with Retry-After": instead(text("Too many requests", 429), { "Retry-After": "2" }),
  // A proxy's own page, which knows nothing of sessions.
  "401 with HTML": instead(text("<!doctype html><title>Who are you?</title>", 401, "text/html")),
  "404": instead(text("Not found", 404)),
  "HTML with 200": instead(text("<!doctype html><title>An app</title>", 200, "text/html")),
  "truncated JSON": (answer, response) =>
    send({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }, response),
  "connection reset": (_answer, response) => void response.socket?.resetAndDestroy(),
  hang: () => {},
  "hang within the body": ({ headers, body }, response) => {
    response.writeHead(200, { ...headers, "Content-Length": body.length });
    response.write(body.slice(0, 1));
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
