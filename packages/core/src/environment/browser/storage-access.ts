import { isServer } from "../is-server.ts";

/** Chrome before 119 has neither of these. */
type StorageAccess = Partial<Pick<Document, "hasStorageAccess" | "requestStorageAccess">>;

/** Whether the code runs in a page that is in a frame, of whichever site. */
export function isFramed(): boolean {
  return !isServer() && window.top !== window.self;
}

/** Whether the user has turned cookies off altogether. Says nothing about a page in a frame. */
export function areCookiesOff(): boolean {
  return !isServer() && navigator.cookieEnabled === false;
}

/**
 * Whether the page has the cookies that it has outside of the frame; `undefined` if the browser
 * does not tell.
 *
 * @see https://privacycg.github.io/storage-access/#dom-document-hasstorageaccess
 */
export async function hasStorageAccess(): Promise<boolean | undefined> {
  try {
    return await (document as StorageAccess).hasStorageAccess?.();
  } catch {
    return undefined;
  }
}

/**
 * Asks the browser, and perhaps the user, for these cookies. Returns `undefined` if the browser has
 * no such function. It asks at once, because a click permits it only for a moment.
 *
 * @see https://privacycg.github.io/storage-access/#dom-document-requeststorageaccess
 */
export function requestStorageAccess(): Promise<void> | undefined {
  return (document as StorageAccess).requestStorageAccess?.();
}

/**
 * Whether the user has just clicked or pressed a key; `undefined` if the browser does not tell
 * (Firefox before 120).
 *
 * @see https://html.spec.whatwg.org/multipage/interaction.html#dom-useractivation-isactive
 */
export function hasUserGesture(): boolean | undefined {
  return (navigator as Partial<Pick<Navigator, "userActivation">>).userActivation?.isActive;
}
