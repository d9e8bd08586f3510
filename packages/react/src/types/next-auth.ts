import type { Session, SessionBase } from "@sojourn/core";

/**
 * Whether it is `any`, which is what an import becomes that is not found: all keys are its own. The usual
 * `0 extends 1 & T` is itself `any` for that one, as of TypeScript 5.5.
 */
type IsAny<T> = symbol extends keyof T ? true : false;

/*
 * The only import of next-auth's types, and of its client alone: an app that has imported that before
 * has these declarations in its program already. The comment that follows is copied into our
 * declarations, as `//` would not be, and holds for the next line.
 */
// oxlint-disable-next-line jsdoc/check-tag-names -- it speaks to the compiler
/** @ts-ignore it need not be installed; and v5 is an ES module, the types of which CommonJS can read. */
type Installed = typeof import("next-auth/react");

/** How the installed next-auth declares one of its functions, or `Ours` where there is none. */
export type Declared<Name extends string, Ours> =
  IsAny<Installed> extends true
    ? Ours
    : Installed extends { [K in Name]: infer Theirs }
      ? IsAny<Theirs> extends true
        ? Ours
        : Theirs
      : Ours;

/** What a promise holds that a function returns; of several signatures the last is asked. */
export type Result<F> = F extends (...args: never[]) => Promise<infer T> ? T : never;

/** next-auth's `Session` as the app has augmented it, or ours. */
type InstalledSession<S = NonNullable<Result<Declared<"getSession", never>>>> = [S] extends [never]
  ? Session
  : IsAny<S> extends true
    ? Session
    : S extends SessionBase
      ? S
      : Session;

declare module "@sojourn/core" {
  interface Register {
    assumed: InstalledSession;
  }
}
