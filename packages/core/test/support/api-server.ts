import type { ManualClock } from "../../src/environment/memory.ts";
import type { AuthServer, Person } from "./auth-server.ts";

export interface ApiCall {
  readonly url: string;
  readonly body: string;
  /** Who the server takes for the sender. */
  readonly user: Person | null;
  readonly signal: AbortSignal;
}

/** The app's own server, which accepts the session only after it was renewed. */
export interface ApiServer {
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  readonly calls: ApiCall[];
  /** Milliseconds until an answer is here, for each request in its turn; the last one stays. */
  latenciesMs: number[];
  /** How many reads of the session it has to see before it accepts a request; `Infinity`: never. */
  acceptsAfterReads: number;
  /** The responses, in their order. */
  readonly responses: Response[];
}

/** Creates a model of the app's server. A request gets its cookie when it is sent. */
export function createApiServer(clock: ManualClock, auth: AuthServer): ApiServer {
  const server: ApiServer = {
    calls: [],
    responses: [],
    latenciesMs: [20],
    acceptsAfterReads: 0,
    async fetch(input, init) {
      const request = new Request(
        new URL(input instanceof Request ? input.url : input, "https://app.example"),
        input instanceof Request ? (init ? new Request(input, init) : input) : init,
      );
      const [user, reads] = [auth.user, auth.count("GET session")];
      const { latenciesMs, acceptsAfterReads } = server;
      const latencyMs = (latenciesMs.length > 1 ? latenciesMs.shift() : latenciesMs[0]) ?? 0;
      server.calls.push({
        url: request.url,
        body: await request.text(),
        user,
        signal: request.signal,
      });
      await new Promise<void>((resolve, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason));
        clock.schedule(resolve, latencyMs);
      });
      const isAccepted = !!user && reads >= acceptsAfterReads;
      const response = new Response(isAccepted ? `orders of ${user.name}` : "who are you?", {
        status: isAccepted ? 200 : 401,
      });
      server.responses.push(response);
      return response;
    },
  };
  return server;
}
