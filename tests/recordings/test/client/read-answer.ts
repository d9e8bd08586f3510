import { readAuthResult } from "../../../../packages/core/src/api/auth-result.ts";
import { fetchCsrfToken } from "../../../../packages/core/src/api/csrf.ts";
import { createHttp, type Http } from "../../../../packages/core/src/api/http.ts";
import { fetchProviders } from "../../../../packages/core/src/api/providers.ts";
import { fetchSession, postSession } from "../../../../packages/core/src/api/session.ts";
import { postSignIn } from "../../../../packages/core/src/api/sign-in.ts";
import { postSignOut } from "../../../../packages/core/src/api/sign-out.ts";
import { createServerEnvironment } from "../../../../packages/core/src/environment/server.ts";
import { SessionError } from "../../../../packages/core/src/errors.ts";
import type { Exchange } from "../../exchanges/exchange.ts";
import type { Answer } from "../../recorder/answer.ts";
import { now, origin, toResponse } from "./to-response.ts";

const authUrl = { origin: "", href: `${origin}/api/auth` };

function createHttpFor(answer: Answer): Http {
  const environment = createServerEnvironment();
  const fetch = async (): Promise<Response> => toResponse(answer);
  const there = { ...environment, fetch, pageUrl: () => `${origin}/`, now: () => now };
  return createHttp(there, authUrl, { timeoutMs: 1000, mutationTimeoutMs: 1000 });
}

type Reader = (http: Http, exchange: Exchange) => Promise<string>;

function describeSession(answer: Awaited<ReturnType<typeof fetchSession>>): string {
  const { session, lifetimeMs } = answer;
  if (!session) return "nobody is signed in";
  const { user } = session as { user?: { name?: string } };
  return `${user?.name} is signed in, for ${lifetimeMs / 60_000} min`;
}

function describeResult(result: ReturnType<typeof readAuthResult>): string {
  const { ok, error, code, url } = result;
  const named = url?.replace(origin, "").replace(/^https:..github.*/, "the provider") || "/";
  return ok ? `ok, and leads to ${named}` : `error ${error}${code ? `, code ${code}` : ""}`;
}

const signIn: Reader = async (http, { request, fields }) => {
  const [, action = "", id = ""] = /(\w+)\/(\w+)/.exec(request) ?? [];
  const type = action === "callback" ? "credentials" : "oauth";
  const asked = String(fields?.["callbackUrl"] ?? "").replace("<app>", origin);
  return describeResult(await postSignIn(http, { id, type }, { callbackUrl: asked }));
};

const readers: Record<string, Reader> = {
  "GET session": async (http) => describeSession(await fetchSession(http)),
  "POST session": async (http) =>
    describeSession(await postSession(http, "token", {}, new AbortController())),
  "GET csrf": async (http) => ((await fetchCsrfToken(http)) ? "a token" : "no token is needed"),
  "GET providers": async (http) => Object.keys((await fetchProviders(http)) ?? {}).join(", "),
  "POST signout": async (http, { fields }) => {
    const asked = String(fields?.["callbackUrl"]).replace("<app>", origin);
    return describeResult(readAuthResult(await postSignOut(http, "token", asked), asked));
  },
};

/** What the client makes of an answer, in words; `undefined` where it would not have asked. */
export async function readByClient(
  exchange: Exchange,
  answer: Answer,
): Promise<string | undefined> {
  const { request, asks = "both", isJson } = exchange;
  const isSignIn = /^POST (callback|signin)\/\w/.test(request);
  const read = isSignIn ? signIn : readers[request];
  if (!read || asks !== "both" || (isSignIn && isJson)) return undefined;
  try {
    return await read(createHttpFor(answer), exchange);
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return `throws ${error.name}, code ${error.code}`;
  }
}
