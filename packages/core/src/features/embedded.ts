/** The entry `@sojourn/core/embedded`: for apps in a frame of another site. */
export { isFramed } from "../environment/browser/storage-access.ts";
export { CookiesBlockedError, isCookiesBlockedError } from "../errors.ts";
export { cookieAccessOf, type CookieAccess } from "./embedded/cookie-access.ts";
export { onCookiesBlocked } from "./embedded/on-cookies-blocked.ts";
export {
  requestCookieAccess,
  type CookieAccessOptions,
  type CookieAccessRefusal,
  type CookieAccessResult,
} from "./embedded/request-cookie-access.ts";
export { signInEmbedded } from "./embedded/sign-in-embedded.ts";
export { signInFromFrame, type FrameSignInOptions } from "./embedded/sign-in-from-frame.ts";
