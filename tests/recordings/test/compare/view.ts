import type { Answer } from "../../recorder/answer.ts";
import type { Model } from "../models/model.ts";

/** What a client can notice of an answer, by aspects. */
export type View = Readonly<Record<string, unknown>>;

interface SessionLike {
  user: { name: string };
  nickname?: string;
}

function describeSession({ user, nickname }: SessionLike): string {
  return `a session of ${(nickname || user.name).replace(/^ada\b.*/i, "Ada")}`;
}

function describeProviders(providers: object): object {
  const entries: { type: string }[] = Object.values(providers);
  const described = entries.map((it) => [it.type, Object.keys(it).toSorted().join()] as const);
  return Object.fromEntries(described.filter(([type]) => type !== "webauthn"));
}

function describeBody({ json, page, text }: Answer): unknown {
  if (page !== undefined) return "a page";
  if (json === undefined) return text === undefined ? "nothing" : "a text";
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  if ("user" in json) return describeSession(json as SessionLike);
  if ("url" in json) return "an address";
  return "credentials" in json ? describeProviders(json) : JSON.stringify(json);
}

/** Where an answer leads; of a provider's address, that it is one, and what was asked of it besides. */
function describeTarget({ json, headers }: Answer): string | undefined {
  const { url = headers["location"] } = Object(json) as { url?: string };
  if (!url?.startsWith("<provider>")) return url;
  return `a provider ${/prompt=\w+/.exec(url)?.[0] ?? ""}`.trim();
}

function describeCookies({ cookies = [] }: Answer): Record<string, string> {
  const known = /(session-token|csrf-token|callback-url)$/;
  const entries = cookies.map((line) => {
    const [, name = "", value = ""] = /^([^=]*)=([^;]*)/.exec(line) ?? [];
    const what = known.exec(name)?.[0] ?? "of a provider";
    return [`cookie ${what}`, value ? "set" : "cleared"];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The status of the page to which a redirect leads. */
function statusOf(target = ""): number {
  if (target.endsWith("error=AccessDenied")) return 403;
  return target.endsWith("error=Configuration") ? 500 : 200;
}

/** Looks at an answer as far as a kind of model can be compared with a server. */
export function lookAt(answer: Answer, { hasCookies, followsRedirects }: Model): View {
  const { status } = answer;
  const target = describeTarget(answer);
  const cookies = hasCookies ? describeCookies(answer) : {};
  const isDated = "date" in answer.headers;
  if (status === 302 && followsRedirects) {
    return { status: statusOf(target), body: "a page", "is dated": isDated, ...cookies };
  }
  return { status, body: describeBody(answer), target, "is dated": isDated, ...cookies };
}
