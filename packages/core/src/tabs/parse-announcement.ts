import type { Announcement } from "../session/announcement.ts";

/** Raised when an older version could no longer understand what is posted. */
export const PROTOCOL = 1;
/** By so much a clock may have been set while tabs were open; what claims more is not from one of ours. */
const MAX_SKEW_MS = 30 * 24 * 3600 * 1000;
/** A place in the order is a time, and a little more where much has happened at that time. */
const MAX_LEAD_MS = 60_000;
const TYPE = /^(hello|answer|failure|mutating|(un)?changed)$/;

/**
 * What another tab has announced, or `undefined` for anything else: channels and storage are open
 * to every script of the origin, and to older and newer versions of this one.
 *
 * @param now milliseconds by this tab's clock
 */
export function parseAnnouncement(message: unknown, now: number): Announcement | undefined {
  // Every field is checked below; only what the session holds beyond itself is taken on trust.
  const fields = Object(message) as Announcement & { sojourn: unknown };
  const { sojourn, type, session, sentAt, askedAt, mutation } = fields;
  const { tab, mutating, signing, failures, readAt, expiresAt } = fields;
  const times = [sentAt, askedAt, mutation, readAt, expiresAt];
  const isFit =
    sojourn === PROTOCOL &&
    typeof type === "string" &&
    typeof fields.isForAnother === "boolean" &&
    TYPE.test(type) &&
    [...times, tab, mutating, signing, failures].every(
      (value) => typeof value === "number" && !Number.isNaN(value),
    ) &&
    sentAt < now + MAX_SKEW_MS &&
    Math.max(askedAt, mutation) < sentAt + MAX_LEAD_MS &&
    (!session || !!session.user || !!session.expires);
  return isFit ? fields : undefined;
}
