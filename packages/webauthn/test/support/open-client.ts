import { createSessionClient, type Session, type SessionClient } from "@sojourn/core";
import { createMemoryWorld } from "@sojourn/core/memory";

export interface Sent {
  url: string;
  body: URLSearchParams;
}

export interface ServerOptions {
  /** The action that the server decides on. */
  action?: string;
  /** Whether the server has the provider. */
  isKnown?: boolean;
  user?: string;
}

/** A client whose server knows one passkey provider, and signs in whoever posts. */
export function openClient({ action = "authenticate", isKnown = true, user }: ServerOptions = {}) {
  const sent: Sent[] = [];
  const server = {
    user,
    /** Answers in place of the server, by endpoint. */
    faults: {} as Record<string, () => Response | Promise<Response>>,
  };
  let challenges = 0;
  const answers: Record<string, (body: URLSearchParams) => unknown> = {
    session: () => (server.user ? { user: { name: server.user }, expires: "2027-01-01" } : null),
    csrf: () => ({ csrfToken: "token" }),
    providers: () => ({
      credentials: { id: "credentials", name: "Password", type: "credentials" },
      ...(isKnown && { passkey: { id: "passkey", name: "Passkey", type: "webauthn" } }),
    }),
    "webauthn-options/passkey": () => ({
      action,
      options: {
        challenge: `c${(challenges += 1)}xx`,
        ...(action === "register"
          ? { rp: { name: "App" }, user: { id: "dXNlcg", name: "ada" }, pubKeyCredParams: [] }
          : {}),
      },
    }),
    "callback/passkey": () => {
      server.user ??= "Ada";
      return { url: "https://app.example/" };
    },
    "callback/credentials": (body) => {
      server.user = body.get("username") ?? "";
      return { url: "https://app.example/" };
    },
    signout: () => {
      server.user = undefined;
      return { url: "https://app.example/" };
    },
  };
  const world = createMemoryWorld({
    async fetch(address, init) {
      const url = new URL(address);
      const body = new URLSearchParams(String(init.body));
      sent.push({ url: url.pathname + url.search, body });
      const endpoint = url.pathname.replace("/api/auth/", "");
      const fault = server.faults[endpoint];
      if (fault) return fault();
      const isOther = !isKnown && endpoint.includes("passkey");
      const answer = isOther ? undefined : answers[endpoint];
      return answer ? Response.json(answer(body)) : new Response(null, { status: 404 });
    },
  });
  const { environment, navigations } = world.openTab();
  const client: SessionClient<Session> = createSessionClient({ environment });

  /** Lets half a second pass, in which all that is on its way arrives. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 25; turn += 1) await world.clock.advance(20);
  }

  return {
    client,
    server,
    settle,
    /** Lets time pass until a promise has its outcome. */
    async finish<T>(promise: Promise<T>): Promise<T> {
      promise.catch(() => {});
      await settle();
      return promise;
    },
    world,
    sent,
    navigations,
    /** The last request with a credential. */
    last: () => sent.findLast(({ body }) => body.has("data"))!,
    /** How many requests an endpoint has had. */
    count: (endpoint: string) =>
      sent.filter(({ url }) => url.split("?")[0] === `/api/auth/${endpoint}`).length,
  };
}
