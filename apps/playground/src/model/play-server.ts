import { createAuthServer, failing, type AuthServer } from "@sojourn/testing";
import type { ManualClock } from "@sojourn/core/memory";
import type { AnswerMode } from "./story.ts";

/** The fake Auth.js server, and how it answers at the moment. */
export interface PlayServer {
  mode: AnswerMode;
  /** Ends the session at a fixed time. Reads do not move it any more. */
  endIn(ms: number): void;
  /** The name of the user who is signed in, by the server; `null` for nobody. */
  userName(): string | null;
  fetch: AuthServer["fetch"];
}

const LOGIN_PAGE = "<!doctype html><title>Sign in to the Wi-Fi</title>";

/** Creates the server, with nobody signed in. */
export function createPlayServer(clock: ManualClock, origin: string): PlayServer {
  const server = createAuthServer({ dialect: "v4", origin, now: clock.wall });
  const fail = failing(500);
  let endsAt = Infinity;

  function readEndingSession(): Response {
    const user = server.user;
    return Response.json(user ? { user, expires: new Date(endsAt).toISOString() } : {}, {
      headers: { Date: new Date(clock.wall()).toUTCString() },
    });
  }

  server.fault = (request) => {
    if (play.mode === "500") return fail(request);
    if (play.mode === "html") {
      return new Response(LOGIN_PAGE, { headers: { "Content-Type": "text/html" } });
    }
    // Whoever signs in gets a session of the usual length.
    if (request.method === "POST" && request.endpoint === "callback/credentials") endsAt = Infinity;
    if (clock.wall() >= endsAt) server.user = null;
    const isRead = request.endpoint === "session" && request.method === "GET";
    return isRead && endsAt < Infinity ? readEndingSession() : undefined;
  };

  const play: PlayServer = {
    mode: "normal",
    endIn(ms) {
      endsAt = clock.wall() + ms;
    },
    userName: () => (clock.wall() < endsAt ? (server.user?.name ?? null) : null),
    fetch: server.fetch,
  };
  return play;
}
