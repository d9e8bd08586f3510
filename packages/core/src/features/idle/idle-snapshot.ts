/** What an idle timer shows. It is frozen, and stays the same object until it changes. */
export type IdleSnapshot =
  /** Nobody is signed in, or it is not known yet. */
  | { readonly status: "off" }
  /** The user is there. */
  | { readonly status: "active" }
  /** The user will be signed out in so many seconds. */
  | { readonly status: "warning"; readonly secondsLeft: number }
  /** The idle time is over, and the sign-out is under way, or will be tried again. */
  | {
      readonly status: "signingOut";
      /** How many attempts have failed, in all tabs. */
      readonly failures: number;
      /** Why the last attempt of this tab has failed; `undefined` if none has. */
      readonly error: unknown;
    }
  /** The timer has signed the user out, and nobody has signed in since. */
  | { readonly status: "signedOut" };

/** Nobody is signed in. */
export const OFF: IdleSnapshot = Object.freeze({ status: "off" });
/** The user is there. */
export const ACTIVE: IdleSnapshot = Object.freeze({ status: "active" });
/** The timer has signed the user out. */
export const SIGNED_OUT_BY_TIMER: IdleSnapshot = Object.freeze({ status: "signedOut" });

/** Returns how many seconds to show, of which the last is 1. */
function toSeconds(leftMs: number): number {
  return Math.ceil(leftMs / 1000);
}

/** Creates the snapshot of a warning. */
export function toWarning(leftMs: number): IdleSnapshot {
  return { status: "warning", secondsLeft: toSeconds(leftMs) };
}

/** Returns the milliseconds until a warning shows another number. */
export function untilNextSecondMs(leftMs: number): number {
  return leftMs - (toSeconds(leftMs) - 1) * 1000;
}

/** Creates the snapshot of a sign-out. @param attempt see `IdleRecord` */
export function toSigningOut(attempt: number, error: unknown): IdleSnapshot {
  return { status: "signingOut", failures: Math.floor(attempt / 2), error };
}

/** Returns the earlier snapshot if the next one says the same. */
export function keepSame(previous: IdleSnapshot, next: IdleSnapshot): IdleSnapshot {
  const before = Object.entries(previous);
  const isSame = Object.entries(next).every(([name, value], i) => {
    const [nameBefore, valueBefore] = before[i] ?? [];
    return name === nameBefore && value === valueBefore;
  });
  return isSame ? previous : Object.freeze(next);
}
