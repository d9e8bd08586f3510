/** `true` for `any` alone. Of an import that is not found, `0 extends 1 & T` would be `any` itself. */
export type IsAny<T> = symbol extends keyof T ? true : false;

/** Compiles for types that are not `any`, which is what an import that is not found becomes. */
export function known<T>(_value: T, _isAny: IsAny<T> extends true ? never : "known"): void {}
