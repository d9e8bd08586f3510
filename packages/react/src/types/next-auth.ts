import type { Session, SessionBase } from "@sojourn/core";

/**
 * Whether a type is `any`, as the type of an import that is not found: `any` has all keys. Since
 * TypeScript 5.5 the usual `0 extends 1 & T` is itself `any` for such an import.
 */
type IsAny<T> = symbol extends keyof T ? true : false;

/*
 * The only import of next-auth's types. It is of the client alone, because an app that has used that
 * has its declarations in the program already. The compiler copies the next JSDoc comment into the
 * declarations, but would not copy a `//` comment. It applies to the line after it.
 */
// oxlint-disable-next-line jsdoc/check-tag-names -- it is for the compiler
/** @ts-ignore next-auth may not be installed; v5 is an ES module whose types CommonJS can read. */
type Installed = typeof import("next-auth/react");

/**
 * The type of a function as the installed next-auth declares it, or `Ours` if none is installed.
 */
export type Declared<Name extends string, Ours> =
  IsAny<Installed> extends true
    ? Ours
    : Installed extends { [K in Name]: infer Theirs }
      ? IsAny<Theirs> extends true
        ? Ours
        : Theirs
      : Ours;

/** The type to which a function's promise resolves; of several signatures, that of the last. */
export type Result<F> = F extends (...args: never[]) => Promise<infer T> ? T : never;

/** next-auth's `Session` as the app has augmented it, or that of `@sojourn/core`. */
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
