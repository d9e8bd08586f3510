import { LONGEST_TIMER_MS, type Environment, type TabChannel } from "./environment.ts";

// Not every place has it, and no other of Node's types are needed here.
declare const process: { env: Record<string, string | undefined> } | undefined;

function noop(): void {}

function knowsCaches(): boolean {
  return typeof Request === "function" && "cache" in Request.prototype;
}

const NO_STORE: RequestInit = { cache: "no-store" };

const deadChannel: TabChannel = { carriesData: false, post: noop, close: noop };

/**
 * The auth server's address, as a server's environment variables name it; the internal one first.
 *
 * @see https://next-auth.js.org/configuration/options#nextauth_url_internal
 */
function readServerAuthUrl(): string | undefined {
  if (typeof process === "undefined") return undefined;
  const { NEXTAUTH_URL_INTERNAL, NEXTAUTH_URL, AUTH_URL, VERCEL_URL } = process.env;
  return NEXTAUTH_URL_INTERNAL || NEXTAUTH_URL || AUTH_URL || VERCEL_URL || undefined;
}

/** Whether people are served here. A place without environment variables is none of a developer's. */
export function isProduction(): boolean {
  return typeof process === "undefined" || process.env["NODE_ENV"] === "production";
}

/**
 * An inert world for servers and scripts: requests and timers work, and nothing else happens. There
 * are no other tabs, nothing is kept, nobody looks.
 */
export function createServerEnvironment(): Environment {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    schedule(task, delayMs) {
      // Node's timers are objects, and no timer of ours keeps a script from ending.
      const timer: unknown = setTimeout(task, Math.min(delayMs, LONGEST_TIMER_MS));
      (timer as { unref?(): void }).unref?.();
      return () => clearTimeout(timer as number);
    },
    // A framework may keep answers otherwise; and some servers throw at options that they do not know.
    fetch: (url, init) => fetch(url, { ...(knowsCaches() && NO_STORE), ...init }),
    keepAlive() {
      const timer = setTimeout(noop, LONGEST_TIMER_MS);
      return () => clearTimeout(timer);
    },
    authUrl: readServerAuthUrl,
    pageUrl: () => undefined,
    isArrival: () => false,
    navigate: noop,
    openPopup: () => null,
    isPrerendering: () => false,
    onActivate: () => noop,
    isVisible: () => true,
    isOnline: () => true,
    onVisible: () => noop,
    onOnline: () => noop,
    onPageLifecycle: () => noop,
    openTabChannel: () => deadChannel,
    openStorageChannel: () => deadChannel,
    tryLock: () => Promise.resolve(noop),
    revision: () => undefined,
  };
}
