/**
 * The routes that the middleware `auth` has let through. When the user signs out, the page of such a
 * route is left.
 */
export const guarded: WeakSet<object> = new WeakSet();
