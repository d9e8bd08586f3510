import type { Announcement } from "../session/announcement.ts";
import type { SessionBase } from "../types/session.ts";

/**
 * The version of the wire format. It is raised when an older version could not understand the
 * messages any more.
 */
export const PROTOCOL = 1;
const DAY_MS = 24 * 3600 * 1000;
/**
 * The longest time by which a clock may have been set while tabs were open. A message that claims
 * more is not from this library.
 */
const MAX_SKEW_MS = 30 * DAY_MS;
/**
 * The longest time by which a stamp may be ahead of the clock. It is ahead when much has happened
 * at the same time.
 */
const MAX_LEAD_MS = 60_000;
/**
 * The longest lifetime of a session. No server keeps users signed in for longer, so a later end
 * means never.
 */
const MAX_LIFETIME_MS = 3650 * DAY_MS;
const TYPE = /^(hello|answer|failure|mutating|(un)?changed)$/;
const CODE = /^(network|timeout|http|parse|schema|aborted|request)$/;
const STATUS = /^[1-5]\d\d$/;

function isSession(value: unknown): value is SessionBase | null | undefined {
  if (value == null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  try {
    // Servers send JSON, but a message may contain a value that refers to itself.
    return JSON.stringify(value) !== "{}";
  } catch {
    return false;
  }
}

/**
 * Parses a peer's announcement field by field. It returns `undefined` for anything else, because
 * every script of the origin can write to channels and storage, and so can older and newer versions
 * of this library. The content of the session is not checked.
 *
 * @param now milliseconds by this tab's clock
 */
export function parseAnnouncement(message: unknown, now: number): Announcement | undefined {
  // The type is only claimed. Each field is checked below, before it is used.
  const fields = Object(message) as Announcement & { sojourn: unknown };
  const { sojourn, type, isForAnother, isExpiryFromServer, session, code, status } = fields;
  const { tab, sentAt, stamp, mutation, readAt, expiresAt } = fields;
  const { mutating, pendingAuth, failures } = fields;
  const times = [Math.max(0, readAt), Math.max(0, expiresAt)];
  const numbers = [tab, sentAt, stamp, mutation, mutating, pendingAuth, failures, ...times];
  const isValid =
    sojourn === PROTOCOL &&
    typeof type === "string" &&
    TYPE.test(type) &&
    typeof isForAnother === "boolean" &&
    typeof isExpiryFromServer === "boolean" &&
    typeof readAt === "number" &&
    typeof expiresAt === "number" &&
    numbers.every((value) => typeof value === "number" && value >= 0) &&
    sentAt < now + MAX_SKEW_MS &&
    Math.max(stamp, mutation) < sentAt + MAX_LEAD_MS &&
    isSession(session);
  if (!isValid) return undefined;
  return {
    type,
    tab,
    isForAnother,
    sentAt,
    session,
    expiresAt: expiresAt > sentAt + MAX_LIFETIME_MS ? Infinity : Math.max(expiresAt, sentAt),
    isExpiryFromServer,
    stamp,
    mutation,
    mutating,
    pendingAuth,
    failures,
    // A time below 0 must not force a read.
    readAt: Math.max(0, readAt),
    code: typeof code === "string" && CODE.test(code) ? code : undefined,
    status: typeof status === "number" && STATUS.test(`${status}`) ? status : undefined,
  };
}
