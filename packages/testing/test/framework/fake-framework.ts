import type {
  FrameworkBrowser,
  FrameworkTab,
  FrameworkUnderTest,
  ShownUser,
} from "../../src/adapter-contract.ts";

/** What can be wrong with a framework's app; each is a mistake that somebody may make. */
export interface FrameworkDefects {
  /** The server keeps the session of the last request in a variable. */
  sharesSession?: boolean;
  /** It renders without the session, and leaves that to the browser. */
  rendersNobody?: boolean;
  cacheControl?: string;
  failsForGarbage?: boolean;
  /** It takes whoever has a cookie for a user. */
  trustsGarbage?: boolean;
  warnsOnHydration?: boolean;
  asksOnHydration?: boolean;
  /** The first rendering in the browser shows loading, whatever the server has rendered. */
  flickers?: boolean;
  loadsDocuments?: boolean;
  asksOnNavigation?: boolean;
  /** The page is not rendered anew in other tabs. */
  ignoresChanges?: "sign-in" | "sign-out" | "update";
  refreshesTwice?: boolean;
  /** What the server has rendered stays in the router's cache. */
  keepsPages?: boolean;
  asksInEachTab?: boolean;
  neverQuiet?: boolean;
  /** The streamed page waits for its session. */
  waitsForSession?: boolean;
  asksWhileStreaming?: boolean;
}

type Change = NonNullable<FrameworkDefects["ignoresChanges"]>;

const pages = { session: "/profile", rendered: "/server", streamed: "/streamed" };

interface FakeServer {
  users: Map<string, string>;
  /** Whom the server takes for the sender of that cookie. */
  userOf(cookie: string): string | null;
}

function createServer(defects: FrameworkDefects): FakeServer {
  const users = new Map<string, string>();
  return {
    users,
    userOf: (cookie) =>
      users.get(cookie) ?? (cookie && defects.trustsGarbage ? "Ada Lovelace" : null),
  };
}

interface FakeBrowser {
  cookie: string;
  tabs: Set<(change: Change) => void>;
}

let lastCookie = 0;

function openTab(
  path: string,
  server: FakeServer,
  browser: FakeBrowser,
  defects: FrameworkDefects,
): FrameworkTab {
  const current = (): string | null => server.userOf(browser.cookie);
  const complaints: string[] = [];
  const renderRequests: string[] = [];
  const router = new Map<string, ShownUser>();
  const shown: ShownUser[] = [];
  let [at, isSameDocument, sessionRequests] = [path, true, 0];

  function show(user: ShownUser): void {
    if (shown.length === 0 || shown.at(-1) !== user) shown.push(user);
  }

  function render(next: string): void {
    renderRequests.push(`GET ${next}`);
    router.set(next, current());
    show(current());
  }

  function changeTo(cookie: string, change: Change): void {
    browser.cookie = cookie;
    if (!defects.keepsPages) router.clear();
    sessionRequests += 1;
    for (const tell of browser.tabs) tell(change);
  }

  browser.tabs.add((change) => {
    if (defects.asksInEachTab) sessionRequests += 1;
    show(current());
    if (defects.ignoresChanges === change) return;
    render(at);
    if (defects.refreshesTwice) render(at);
  });

  const isStreamed = path === pages.streamed && !defects.waitsForSession;
  if (isStreamed || defects.flickers) show(undefined);
  render(path);
  if (defects.warnsOnHydration) complaints.push("Hydration completed but contains mismatches.");
  if (defects.asksOnHydration) sessionRequests += 1;
  if (defects.asksWhileStreaming && isStreamed) sessionRequests += 1;

  return {
    shownUsers: () => shown,
    renderedUser: () => router.get(at),
    async follow(next) {
      at = next;
      if (!router.has(next)) render(next);
      if (defects.loadsDocuments) isSameDocument = false;
      if (defects.asksOnNavigation) sessionRequests += 1;
    },
    async signIn(user) {
      changeTo(setUser(server, user), "sign-in");
    },
    async signOut() {
      changeTo("", "sign-out");
    },
    async rename(name) {
      changeTo(setUser(server, name), "update");
    },
    isSameDocument: () => isSameDocument,
    sessionRequests: () => sessionRequests,
    renderRequests() {
      if (defects.neverQuiet) renderRequests.push(`GET /poll/${renderRequests.length}`);
      return renderRequests;
    },
    complaints: () => complaints,
  };
}

function setUser({ users }: FakeServer, user: string): string {
  lastCookie += 1;
  users.set(`session=${lastCookie}`, user);
  return `session=${lastCookie}`;
}

/** An app of no framework, without a network: it keeps the contract, but for its defects. */
export function createFakeFramework(defects: FrameworkDefects = {}): FrameworkUnderTest {
  const server = createServer(defects);
  let last: string | null = null;

  async function answer(init: RequestInit): Promise<Response> {
    const cookie = new Headers(init.headers).get("Cookie") ?? "";
    last = server.userOf(cookie);
    const own = last;
    await Promise.resolve();
    const user = defects.sharesSession ? last : own;
    const isGarbage = cookie && !server.users.has(cookie);
    const status = isGarbage && defects.failsForGarbage ? 500 : 200;
    const headers = { "Cache-Control": defects.cacheControl ?? "private, no-store" };
    const name = defects.rendersNobody ? null : user;
    return new Response(`<p>${name ?? "Signed out"}</p>`, { status, headers });
  }

  return {
    pages,
    users: ["Ada Lovelace", "Grace Hopper"],
    fetch: (_, init) => answer(init),
    async openBrowser(): Promise<FrameworkBrowser> {
      const browser: FakeBrowser = { cookie: "", tabs: new Set() };
      return {
        async signIn(user) {
          browser.cookie = setUser(server, user);
        },
        cookies: () => browser.cookie,
        openTab: async (path) => openTab(path, server, browser, defects),
        close: () => browser.tabs.clear(),
      };
    },
    patienceMs: 40,
    quietMs: 5,
  };
}
