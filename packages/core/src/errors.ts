import type { SchemaIssue } from "./types/schema.ts";

/** What went wrong, as far as it is known. */
export interface SessionErrorDetails {
  /** The address that was asked, or that was not gone to. */
  url?: string | undefined;
  /** The HTTP status, where there was an answer. */
  status?: number | undefined;
  /** Milliseconds to wait, from the answer's `Retry-After`. */
  retryAfterMs?: number | undefined;
  /** What it concerns: a provider's id, the server's own words. */
  detail?: string | undefined;
  /** What is wrong with an answer that does not fit the `schema` option. */
  issues?: readonly SchemaIssue[] | undefined;
  cause?: unknown;
}

/** The base of every error that Sojourn throws or shows. `code` is stable; `message` is for people. */
export abstract class SessionError<Code extends string = string> extends Error {
  declare readonly code: Code;
  declare readonly url: string | undefined;
  declare readonly status: number | undefined;
  declare readonly retryAfterMs: number | undefined;
  declare readonly detail: string | undefined;

  constructor(code: Code, details: SessionErrorDetails = {}) {
    const { detail, status, url } = details;
    // A query may hold what is nobody else's business, and messages end up in logs.
    const facts = [code, detail, status, url?.replace(/[?#].*/s, "")].filter(Boolean);
    super(`[sojourn] ${facts.join(" ")}`, details);
    Object.assign(this, details, { code });
  }
}

/**
 * Why a request brought nothing usable: no answer; none in time; an answer other than 2xx; not the
 * JSON of an Auth.js server (is `basePath` right?); not a session that fits the `schema` option; a
 * sign-in or sign-out overtook it; it could not be made, because the option `headers` has thrown
 * (`cause` says what).
 */
export type SessionFetchErrorCode =
  | "network"
  | "timeout"
  | "http"
  | "parse"
  | "schema"
  | "aborted"
  | "request";

/** A request to the auth server failed. */
export class SessionFetchError extends SessionError<SessionFetchErrorCode> {
  override readonly name = "SessionFetchError";
  declare readonly issues: readonly SchemaIssue[] | undefined;
}

/**
 * Why a sign-in or sign-out came to nothing: the server has no list of providers (is `basePath`
 * right?) or none of that id; it refused; there is no page to leave, because this is a server; the
 * browser blocked the popup (was it opened by a click?), or the visitor closed it.
 */
export type SignInErrorCode =
  | "no-providers"
  | "unknown-provider"
  | "refused"
  | "no-page"
  | "popup-blocked"
  | "popup-closed";

/** A sign-in or sign-out was not carried out. */
export class SignInError extends SessionError<SignInErrorCode> {
  override readonly name = "SignInError";
}

/** The server at `url` refused two CSRF tokens in a row; are cookies blocked? */
export class CsrfError extends SessionError<"csrf"> {
  override readonly name = "CsrfError";
}

/** `url` was not gone to: not `http(s)`, or another origin without the server's word. */
export class UnsafeRedirectError extends SessionError<"unsafe-redirect"> {
  override readonly name = "UnsafeRedirectError";
}

function hasName(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** Tells a {@link SessionFetchError}, also one of another copy of this package. */
export function isSessionFetchError(error: unknown): error is SessionFetchError {
  return hasName(error, "SessionFetchError");
}

/** Tells a {@link SignInError}, also one of another copy of this package. */
export function isSignInError(error: unknown): error is SignInError {
  return hasName(error, "SignInError");
}

/** Tells a {@link CsrfError}, also one of another copy of this package. */
export function isCsrfError(error: unknown): error is CsrfError {
  return hasName(error, "CsrfError");
}

/** Tells an {@link UnsafeRedirectError}, also one of another copy of this package. */
export function isUnsafeRedirectError(error: unknown): error is UnsafeRedirectError {
  return hasName(error, "UnsafeRedirectError");
}
