import { SessionFetchError } from "../../src/errors.ts";
import { createSessionState, type SessionState } from "../../src/session/state/state.ts";
import { given, withCache, withFailures, withPart, withSession } from "./given.ts";
import { ada, HOUR_MS, NOW, THIS } from "./values.ts";

const observed = given(
  createSessionState({ timeoutMs: 10_000 }),
  withPart("clock", { now: NOW }),
  withPart("tab", { id: THIS, type: "observed" }),
);

/** Nothing is known, and "loading" is not over. */
export const unknown: SessionState = given(observed, withPart("tab", { loadingUntil: NOW + 1000 }));

/** Nobody was signed in a minute ago. */
export const nobody: SessionState = given(
  observed,
  withCache({ session: null, certainty: "fromServer", stamp: NOW - 60_000.5 }),
  withPart("expiry", { isFromServer: true }),
);

/** Ada was signed in a minute ago. */
export const user: SessionState = given(
  nobody,
  withSession(ada),
  withPart("expiry", { expires: ada.expires, at: NOW + HOUR_MS }),
);

const withNetworkError = withFailures(1, new SessionFetchError("network"));

export const states = {
  unknown,
  nobody,
  user,
  "unknown with an error": given(unknown, withNetworkError),
  "nobody with an error": given(nobody, withNetworkError),
  "user with an error": given(user, withNetworkError),
};
