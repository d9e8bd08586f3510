/** `true` for `any` alone. Of an import that is not found, `0 extends 1 & T` would be `any` itself. */
type IsAny<T> = symbol extends keyof T ? true : false;

/** Whether either can be used for the other, and neither is `any`. */
type IsSame<A, B> = [IsAny<A>, IsAny<B>, A, B] extends [false, false, B, A] ? "same" : never;

/** Compiles for types that are not `any`, which is what an import that is not found becomes. */
export function known<T>(_value: T, _isAny: IsAny<T> extends true ? never : "known"): void {}

/** Compiles for two types of which either can be used for the other. */
export function same<A, B>(_isSame: IsSame<A, B>): void {}
