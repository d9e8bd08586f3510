import type { RegisteredSession, ShownSnapshot } from "@sojourn/core";
import type { ComputedRef } from "vue";
import type { UseSessionResult as PlainResult } from "../types.ts";

/** A snapshot that is not "loading". With `required` it is, while the browser goes to sign in. */
type KnownSnapshot<R extends boolean, T> = R extends true
  ? ShownSnapshot<true, T>
  : Exclude<ShownSnapshot<false, T>, { status: "loading" }>;

/** The session in refs, once it is known. */
export interface KnownResult<R extends boolean = false, T = RegisteredSession> extends Omit<
  PlainResult<R, T>,
  "data" | "status" | "snapshot"
> {
  readonly data: ComputedRef<KnownSnapshot<R, T>["data"]>;
  readonly status: ComputedRef<KnownSnapshot<R, T>["status"]>;
  readonly snapshot: ComputedRef<KnownSnapshot<R, T>>;
}

/** The result of `useSession`, with a function that waits until the session is known. */
export interface UseSessionResult<
  R extends boolean = false,
  T = RegisteredSession,
> extends PlainResult<R, T> {
  /**
   * Resolves to the same refs when the session is known, so that an async `setup` suspends:
   * `const { data } = await useSession().suspense()`. It never rejects.
   */
  suspense(): Promise<KnownResult<R, T>>;
}
