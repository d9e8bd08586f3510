import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Answer, send } from "./answer.ts";
import { answerAuth, type AuthRequest } from "./auth-endpoints.ts";
import { type DialectName, dialects } from "./dialects.ts";
import type { Fault } from "./faults.ts";
import { createGate, type Hold } from "./gate.ts";
import { answerPage as answerLabPage } from "./pages.ts";
import { createRemote, type Remote } from "./remote.ts";
import { applySwitches, type Switches } from "./switches.ts";
import { decodeToken } from "./tokens.ts";

const BASE_PATH = "/api/auth/";
const REMOTE_PATH = "/remote/";

/** A request to the auth endpoints, as the server saw it come. */
export interface LoggedRequest {
  method: string;
  endpoint: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** When its answer was sent, if it was. */
  answeredAt?: number;
}

/** An Auth.js server at a port of its own, with which a test can do as it likes. */
export interface LabServer extends Switches {
  readonly url: string;
  /** All requests to the auth endpoints so far. */
  readonly requests: LoggedRequest[];
  /** Those of them that read the session. */
  sessionReads(): LoggedRequest[];
  /** Where sign-ins and sign-outs lead, in place of the `callbackUrl`; `null` says nothing about it. */
  leadsTo: string | null | undefined;
  /** What cookies have besides. Default `SameSite=Lax`. */
  cookieAttributes: string;
  /** What `POST /signout` suffers from. */
  signOutFault: Fault | undefined;
  /** How many of the next sign-outs come with a CSRF token that was tampered with on the way. */
  tamperedTokens: number;
  /**
   * Holds the next answer to such a request back, e.g. `"GET session"`. It has been made by then,
   * with its cookie: it is late, and not wrong.
   */
  hold(request: string): Hold;
  /** For pages that no debugger may be attached to. */
  readonly remote: Remote;
  /** The name of the user to whom a session cookie belongs. */
  userOf(cookies: { name: string; value: string }[]): string | undefined;
  close(): Promise<void>;
}

/** Auth endpoints of another kind than Auth.js has. */
export interface ForeignAuth {
  /** What reads the session, with GET. */
  sessionEndpoint: string;
  answer(request: AuthRequest): Promise<Answer>;
}

export interface LabServerOptions {
  dialect: DialectName;
  maxAge?: number;
  port?: number;
  /** The name by which pages know it. */
  host?: string;
  /** Serves other pages than the lab's own. */
  answerPage?(path: string): Promise<Answer>;
  /** Answers in place of the lab's own endpoints: log, latency and faults stay the same. */
  foreignAuth?: ForeignAuth | undefined;
}

const A_DAY = 24 * 3600;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function parseCookies(header = ""): Record<string, string> {
  return Object.fromEntries(header.split("; ").map((pair) => pair.split(/=(.*)/, 2)));
}

export async function startLabServer(options: LabServerOptions): Promise<LabServer> {
  const { maxAge = A_DAY, port = 0, host = "127.0.0.1", foreignAuth } = options;
  const { answerPage = answerLabPage } = options;
  const { sessionEndpoint = "session" } = foreignAuth ?? {};
  const dialect = dialects[options.dialect];
  const gate = createGate();

  const isRead = ({ method, endpoint }: LoggedRequest): boolean =>
    method === "GET" && endpoint === sessionEndpoint;

  const isSignOut = ({ method, endpoint }: LoggedRequest): boolean =>
    method === "POST" && endpoint === "signout";

  function faultOf(logged: LoggedRequest): Fault | undefined {
    if (isRead(logged)) return lab.fault;
    return isSignOut(logged) ? lab.signOutFault : undefined;
  }

  /** Changes a CSRF token on its way, so that the server refuses it. */
  function tamper(logged: LoggedRequest, body: string): string {
    if (!isSignOut(logged) || lab.tamperedTokens === 0) return body;
    lab.tamperedTokens -= 1;
    const form = new URLSearchParams(body);
    form.set("csrfToken", "tampered");
    return form.toString();
  }

  function answerOwn(request: AuthRequest): Answer {
    const { maxAge: age, leadsTo, cookieAttributes } = lab;
    return answerAuth(request, { dialect, maxAge: age, leadsTo, cookieAttributes });
  }

  async function serveAuth(
    request: IncomingMessage,
    response: ServerResponse,
    endpoint: string,
    query: string,
  ): Promise<void> {
    const { method = "GET", headers } = request;
    const logged: LoggedRequest = { method, endpoint, at: Date.now() };
    lab.requests.push(logged);
    const body = tamper(logged, await readBody(request));
    const cookies = parseCookies(headers.cookie);
    const authUrl = lab.url + BASE_PATH.slice(0, -1);
    const read: AuthRequest = { method, endpoint, query, headers, cookies, body, authUrl };
    const answer = await (foreignAuth?.answer(read) ?? answerOwn(read));
    await gate.pass(`${method} ${endpoint}`, response);
    if (lab.latencyMs) await delay(lab.latencyMs);
    // A connection that has served before and is reset makes Chromium ask again by itself.
    response.setHeader("Connection", "close");
    logged.answeredAt = Date.now();
    (faultOf(logged) ?? send)(answer, response);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url ?? "/", "http://lab");
    if (pathname.startsWith(REMOTE_PATH)) {
      lab.remote.serve(pathname.slice(REMOTE_PATH.length), await readBody(request), response);
    } else if (pathname === "/switches") send(applySwitches(lab, searchParams), response);
    else if (!pathname.startsWith(BASE_PATH)) {
      const answer = await answerPage(pathname);
      const purpose = request.headers["sec-purpose"] ?? "";
      lab.remote.visits.push(`${pathname} ${purpose} ${answer.status}`);
      send(answer, response);
    } else await serveAuth(request, response, pathname.slice(BASE_PATH.length), search);
  }

  // A request that is aborted while it is read needs no answer.
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  const lab: LabServer = {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    requests: [],
    sessionReads: () => lab.requests.filter(isRead),
    maxAge,
    latencyMs: 0,
    fault: undefined,
    leadsTo: undefined,
    cookieAttributes: "SameSite=Lax",
    signOutFault: undefined,
    tamperedTokens: 0,
    hold: gate.hold,
    remote: createRemote(),
    userOf(cookies) {
      const cookie = cookies.find(({ name }) => name === dialect.sessionCookie);
      return decodeToken(cookie?.value)?.name;
    },
    async close() {
      gate.open();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return lab;
}
