import { createHmac, randomBytes } from "node:crypto";
import type { LabUser } from "./users.ts";

const secret = randomBytes(32);

/** What a session cookie says, JWT-like: the server itself remembers nobody. */
export interface SessionToken extends Pick<LabUser, "id" | "name" | "email"> {
  /** Milliseconds since the epoch. */
  endsAt: number;
}

function sign(text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}

export function encodeToken(token: SessionToken): string {
  const payload = Buffer.from(JSON.stringify(token)).toString("base64url");
  return `${payload}.${sign(payload)}`;
}

/** The token in a cookie, unless somebody else made it or its time is over. */
export function decodeToken(cookie = ""): SessionToken | undefined {
  const [payload = "", signature] = cookie.split(".");
  if (sign(payload) !== signature) return undefined;
  const token: SessionToken = JSON.parse(Buffer.from(payload, "base64url").toString());
  return token.endsAt > Date.now() ? token : undefined;
}

/** The value of a CSRF cookie: a token, and the proof that this server has made it. */
export function createCsrfCookie(): string {
  const token = randomBytes(16).toString("hex");
  return `${token}|${sign(token)}`;
}

/** The token in a CSRF cookie of this server's making. */
export function readCsrfCookie(cookie = ""): string | undefined {
  const [token = "", signature] = cookie.split("|");
  return sign(token) === signature ? token : undefined;
}
