import { LONGEST_TIMER_MS, type Environment, type TabChannel } from "./environment.ts";

// Not every platform has it, and this file needs no other type of Node.
declare const process: { env: Record<string, string | undefined> } | undefined;

function noop(): void {}

function supportsCacheOption(): boolean {
  return typeof Request === "function" && "cache" in Request.prototype;
}

const NO_STORE: RequestInit = { cache: "no-store" };

const inertChannel: TabChannel = { carriesData: false, post: noop, close: noop };

/**
 * Returns the auth server's address from the environment variables. The internal one comes first.
 *
 * @see https://next-auth.js.org/configuration/options#nextauth_url_internal
 */
function readServerAuthUrl(): string | undefined {
  if (typeof process === "undefined") return undefined;
  const { NEXTAUTH_URL_INTERNAL, NEXTAUTH_URL, AUTH_URL, VERCEL_URL } = process.env;
  return NEXTAUTH_URL_INTERNAL || NEXTAUTH_URL || AUTH_URL || VERCEL_URL || undefined;
}

/**
 * Whether this runs in production. A platform without environment variables is not a developer's
 * machine, so it counts as production.
 */
export function isProduction(): boolean {
  return typeof process === "undefined" || process.env["NODE_ENV"] === "production";
}

/**
 * Creates an inert environment for servers and scripts. Requests and timers work, and everything
 * else does nothing: there are no other tabs, no storage and no page events.
 */
export function createServerEnvironment(): Environment {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    schedule(task, delayMs) {
      // Node's timers are objects. `unref` lets a script end although a timer is pending.
      const timer: unknown = setTimeout(task, Math.min(delayMs, LONGEST_TIMER_MS));
      (timer as { unref?(): void }).unref?.();
      return () => clearTimeout(timer as number);
    },
    // A framework may cache responses otherwise. Some servers throw at options that they do not
    // know.
    fetch: (url, init) => fetch(url, { ...(supportsCacheOption() && NO_STORE), ...init }),
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
    openTabChannel: () => inertChannel,
    openStorageChannel: () => inertChannel,
    tryLock: () => Promise.resolve(noop),
    revision: () => undefined,
  };
}
