/** `true` for `any` alone. */
export type IsAny<T> = 0 extends 1 & T ? true : false;

/** Compiles for types that are not `any`, which is what an import that is not found becomes. */
export function known<T>(_value: T, _isAny: IsAny<T> extends true ? never : "known"): void {}
