import type { SchemaIssue } from "./types/schema.ts";

/** The details of an error, as far as they are known. */
export interface SessionErrorDetails {
  /** The URL that was requested, or to which the page did not navigate. */
  url?: string | undefined;
  /** The HTTP status, if there was a response. */
  status?: number | undefined;
  /** Milliseconds to wait, from the response's `Retry-After` header. */
  retryAfterMs?: number | undefined;
  /** What the error is about: a provider's id, or the server's own message. */
  detail?: string | undefined;
  /** The issues that the schema has found in a session. */
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
    // A query may contain personal data, and messages end up in logs.
    const facts = [code, detail, status, url?.replace(/[?#].*/s, "")].filter(Boolean);
    super(`[sojourn] ${facts.join(" ")}`, details);
    Object.assign(this, details, { code });
  }
}

/**
 * Why a request has brought no usable response, in this order:
 *
 * - there was no response,
 * - or none in time;
 * - the status was not 2xx;
 * - the body was not the JSON of an Auth.js server (is `basePath` right?);
 * - the session does not fit the `schema` option;
 * - a sign-in or sign-out has aborted the request;
 * - the request could not be sent, because the option `headers` has thrown, or there is no address to
 *   ask (see `cause`).
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
 * Why a sign-in or sign-out has failed, in this order:
 *
 * - the server has no list of providers (is `basePath` right?),
 * - or no provider of that id;
 * - the server has refused;
 * - there is no page that could navigate, because this is a server;
 * - the browser has blocked the popup (was it opened by a click?),
 * - or the user has closed it.
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

/** The server at `url` has refused two CSRF tokens in a row. Are cookies blocked? */
export class CsrfError extends SessionError<"csrf"> {
  override readonly name = "CsrfError";
}

/**
 * The browser does not keep the cookies of the server at `url`, or does not send them: the page is
 * in a frame of another site. For `@sojourn/core/embedded`.
 */
export class CookiesBlockedError extends SessionError<"cookies-blocked"> {
  override readonly name = "CookiesBlockedError";
}

/**
 * The page did not navigate to `url`: it is not `http(s)`, or on another origin, and the server has
 * not sent it.
 */
export class UnsafeRedirectError extends SessionError<"unsafe-redirect"> {
  override readonly name = "UnsafeRedirectError";
}

function hasName(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** Whether an error is a {@link SessionFetchError}, also of another copy of this package. */
export function isSessionFetchError(error: unknown): error is SessionFetchError {
  return hasName(error, "SessionFetchError");
}

/** Whether an error is a {@link SignInError}, also of another copy of this package. */
export function isSignInError(error: unknown): error is SignInError {
  return hasName(error, "SignInError");
}

/** Whether an error is a {@link CsrfError}, also of another copy of this package. */
export function isCsrfError(error: unknown): error is CsrfError {
  return hasName(error, "CsrfError");
}

/** Whether an error is a {@link CookiesBlockedError}, also of another copy of this package. */
export function isCookiesBlockedError(error: unknown): error is CookiesBlockedError {
  return hasName(error, "CookiesBlockedError");
}

/** Whether an error is an {@link UnsafeRedirectError}, also of another copy of this package. */
export function isUnsafeRedirectError(error: unknown): error is UnsafeRedirectError {
  return hasName(error, "UnsafeRedirectError");
}
