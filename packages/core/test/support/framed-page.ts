import { vi } from "vitest";
import { type AuthServer, json } from "./auth-server.ts";

/** What a page in a frame finds in its browser. */
export interface FramedPage {
  /** Whether it is in a frame. Default `true`. */
  isFramed: boolean;
  /** Whether the user has just clicked; `undefined`: the browser does not tell. */
  hasGesture: boolean | undefined;
  /** What `hasStorageAccess()` returns. */
  access: () => Promise<boolean>;
  /** Calls of `requestStorageAccess`, each with the functions that settle it. */
  readonly prompts: { grant(): void; refuse(): void }[];
  /** Takes `hasStorageAccess` and `requestStorageAccess` away, as in Chrome 111. */
  loseApi(): void;
}

/** Replaces the globals of the page by those of a page in a frame; see `vi.unstubAllGlobals`. */
export function stubFramedPage(): FramedPage {
  const page: FramedPage = {
    isFramed: true,
    hasGesture: true,
    access: () => Promise.resolve(false),
    prompts: [],
    loseApi: () => vi.stubGlobal("document", {}),
  };
  const self = {};
  vi.stubGlobal("window", {
    self,
    get top() {
      return page.isFramed ? {} : self;
    },
  });
  vi.stubGlobal("navigator", {
    get userActivation() {
      return page.hasGesture === undefined ? undefined : { isActive: page.hasGesture };
    },
  });
  vi.stubGlobal("document", {
    hasStorageAccess: () => page.access(),
    requestStorageAccess: () =>
      new Promise<void>((grant, reject) => {
        const refuse = () => reject(new DOMException("no", "NotAllowedError"));
        page.prompts.push({ grant, refuse });
      }),
  });
  return page;
}

/** Has the browser drop the server's cookies: each CSRF token is a new one, and all are refused. */
export function dropCookies(server: AuthServer): void {
  let count = 0;
  server.fault = ({ endpoint }) => {
    if (endpoint !== "csrf") return undefined;
    count += 1;
    return json({ csrfToken: `token ${count}` });
  };
}
