import type { Announcement } from "../session/announcement.ts";
import type { SessionBase } from "../types/session.ts";

/** Raised when an older version could no longer understand what is posted. */
export const PROTOCOL = 1;
const DAY_MS = 24 * 3600 * 1000;
/** By so much a clock may have been set while tabs were open; what claims more is not from one of ours. */
const MAX_SKEW_MS = 30 * DAY_MS;
/** A place in the order is a time, and a little more where much has happened at that time. */
const MAX_LEAD_MS = 60_000;
/** No server keeps anybody signed in for longer; what claims more has no end. */
const MAX_LIFETIME_MS = 3650 * DAY_MS;
const TYPE = /^(hello|answer|failure|mutating|(un)?changed)$/;
const CODE = /^(network|timeout|http|parse|schema|aborted|request)$/;
const STATUS = /^[1-5]\d\d$/;

function isSession(value: unknown): value is SessionBase | null | undefined {
  if (value == null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  try {
    // Servers send JSON; a message may hold what refers to itself.
    return JSON.stringify(value) !== "{}";
  } catch {
    return false;
  }
}

/**
 * What another tab has announced, field by field, or `undefined` for anything else: channels and
 * storage are open to every script of the origin, and to older and newer versions of this one. What
 * the session holds is taken on trust.
 *
 * @param now milliseconds by this tab's clock
 */
export function parseAnnouncement(message: unknown, now: number): Announcement | undefined {
  // Each is checked below, before it is used as what it claims to be.
  const fields = Object(message) as Announcement & { sojourn: unknown };
  const { sojourn, type, isForAnother, isExpiryFromServer, session, code, status } = fields;
  const { tab, sentAt, stamp, mutation, readAt, expiresAt } = fields;
  const { mutating, pendingAuth, failures } = fields;
  const untilThen = [Math.max(0, readAt), Math.max(0, expiresAt)];
  const numbers = [tab, sentAt, stamp, mutation, mutating, pendingAuth, failures, ...untilThen];
  const isFit =
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
  if (!isFit) return undefined;
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
    // No message forces a read.
    readAt: Math.max(0, readAt),
    code: typeof code === "string" && CODE.test(code) ? code : undefined,
    status: typeof status === "number" && STATUS.test(`${status}`) ? status : undefined,
  };
}
