import { createMemoryWorld, type MemoryTab } from "../../../../src/environment/memory.ts";
import { createIdleTimer, type IdleTimer } from "../../../../src/features/idle.ts";
import { createSessionClient, type Session, type SessionClient } from "../../../../src/index.ts";
import { ada, createAuthServer } from "../../../support/auth-server.ts";
import { createOracle } from "./oracle.ts";
import type { Act, Scenario } from "./scenario.ts";
import { BOUND_MS, TIMEOUT_MS, WARN_MS } from "./times.ts";

interface Page {
  readonly tab: MemoryTab;
  readonly client: SessionClient<Session>;
  readonly idle: IdleTimer;
  isFrozen: boolean;
  isCached: boolean;
}

/** Runs a scenario. @throws Error with a timeline if a law is broken */
export async function simulate(scenario: Scenario): Promise<void> {
  const { isFair, hasChannel, hasStorage, hasLocks } = scenario;
  const world = createMemoryWorld({ ...scenario });
  const { clock } = world;
  const server = createAuthServer(clock);
  const timeline: string[] = [];
  let pages: Page[] = [];
  let forwardMs = 0;
  let isOnline = true;
  let failuresLeft = 0;
  let isByHand = false;
  let posts = 0;
  const now = (): number => clock.monotonic() + forwardMs;
  const oracle = createOracle(now, isFair);
  server.user = ada;

  function breakLaw(law: string): never {
    throw new Error([law, ...timeline].join("\n  "));
  }
  const broken: string[] = [];
  const log = (text: string): void => void timeline.push(`${now()} ${text}`);
  /** A law that is broken within a listener is thrown after the act. */
  const report = (law: string): void => void broken.push(law);

  server.fault = (request) => {
    if (request.method !== "POST" || request.endpoint !== "signout") return undefined;
    log(`POST signout from ${request.from}${isByHand ? " by hand" : ""}`);
    if (!isByHand) {
      posts += 1;
      if (oracle.isIn() && oracle.mayNotSignOut())
        report("a sign-out before the idle time is over");
    }
    if (failuresLeft > 0) {
      failuresLeft -= 1;
      return new Response(null, { status: 500 });
    }
    if (!isByHand) oracle.end();
    return undefined;
  };

  function openPage(): void {
    const index = pages.length + timeline.length;
    const tab = world.openTab({ fetch: (url, init) => server.fetch(url, init, index) });
    const { environment } = tab;
    const client = createSessionClient({ environment });
    const idle = createIdleTimer(client, {
      timeout: TIMEOUT_MS / 1000,
      warnBefore: WARN_MS / 1000,
      environment,
    });
    if (!isOnline) tab.goOffline();
    let shown = "off";
    idle.subscribe(() => {
      const { status } = idle.getSnapshot();
      if (status !== shown) log(`page ${index} shows ${status}`);
      shown = status;
      if ((status === "active" || status === "warning") && oracle.mustBeOver()) {
        report(`page ${index} shows ${status} after the end`);
      }
    });
    pages.push({ tab, client, idle, isFrozen: false, isCached: false });
  }

  const running = (): Page[] => pages.filter(({ isFrozen, isCached }) => !isFrozen && !isCached);
  const pick = (among: Page[], tab: number): Page | undefined => among[tab % among.length];

  async function byHand(work: Promise<unknown>): Promise<void> {
    isByHand = true;
    let isSettled = false;
    work.catch(() => {}).finally(() => (isSettled = true));
    for (let i = 0; !isSettled && i < 200; i++) await clock.advance(10);
    isByHand = false;
  }

  async function signIn({ client, tab, idle }: Page): Promise<void> {
    // A page that has just opened takes the new user for the old one.
    if (oracle.isIn() && idle.getSnapshot().status === "off") return;
    // What happens at the same time as the end is for tests of their own.
    if (!isOnline || (oracle.isIn() && !oracle.isFarFromEnd())) return;
    // Who signs in presses keys.
    tab.act("keydown");
    const from = now();
    const name = server.user === ada ? "Grace" : "Ada";
    await byHand(client.signIn("credentials", { redirect: false, username: name, password: name }));
    await clock.advance(300);
    if (!server.user || server.user.name !== name) return;
    // By storage alone, the tabs read the session one after the other. A tab that is frozen for
    // some seconds does not know it.
    oracle.begin(from, isFair && hasChannel ? now() : now() + 25_000);
    posts = 0;
  }

  async function signOut({ client }: Page): Promise<void> {
    if (!isOnline || failuresLeft || !oracle.isIn() || !oracle.isFarFromEnd()) return;
    await byHand(client.signOut({ redirect: false }));
    if (!server.user) oracle.end();
  }

  async function sleep(ms: number): Promise<void> {
    const awake = running();
    for (const { tab } of awake) tab.freeze();
    await clock.advance(ms);
    for (const { tab } of awake) tab.thaw();
    await receiveWaiting();
  }

  /** Without storage, a page knows what it has missed once it has received what waits for it. */
  async function receiveWaiting(): Promise<void> {
    if (!hasStorage) await clock.advance(0);
  }

  async function perform(act: Act): Promise<void> {
    log(JSON.stringify(act));
    if (act.type === "pass") return clock.advance(act.ms);
    if (act.type === "sleep") return sleep(act.ms);
    if (act.type === "setForward") {
      clock.step(act.ms);
      forwardMs += act.ms;
      return;
    }
    if (act.type === "failSignOuts") {
      failuresLeft = act.times;
      return;
    }
    if (act.type === "goOffline" || act.type === "goOnline") {
      isOnline = act.type === "goOnline";
      for (const { tab } of pages) tab[act.type]();
      return;
    }
    if (act.type === "open") {
      if (pages.length > 5) return;
      // Without storage, a browser without a running page knows nothing of before.
      if (!hasStorage && !running().length) oracle.mayBegin();
      openPage();
      // Without storage, a page that freezes in its first moments receives nothing of the others.
      if (!hasStorage) await clock.advance(200);
      return;
    }
    const page = pick(
      act.type === "thaw" || act.type === "outOfPageCache" ? pages : running(),
      act.tab,
    );
    if (!page) return;
    const { tab, idle } = page;
    switch (act.type) {
      case "act":
      case "stay":
        // In a page that has not learned of a sign-in yet, no sign counts.
        if (["active", "warning"].includes(idle.getSnapshot().status)) oracle.note();
        if (act.type === "act") tab.act();
        else idle.stay();
        return;
      case "hide":
      case "show":
        tab[act.type]();
        return;
      case "freeze":
        page.isFrozen = true;
        tab.freeze();
        return;
      case "thaw":
        if (page.isFrozen) tab.thaw();
        page.isFrozen = false;
        return receiveWaiting();
      case "crash":
        tab.crash();
        pages = pages.filter((it) => it !== page);
        return;
      case "intoPageCache":
        // Without storage, a page from there knows nothing of others that are gone.
        if (!hasStorage) return;
        tab.enterPageCache();
        tab.freeze();
        page.isCached = true;
        return;
      case "outOfPageCache":
        if (!page.isCached) return;
        tab.thaw();
        tab.leavePageCache();
        page.isCached = false;
        return;
      case "signIn":
        return signIn(page);
      case "signOut":
        return signOut(page);
    }
  }

  function checkLaws(): void {
    const [law] = broken;
    if (law) breakLaw(law);
    const mayPostTwice = !isFair || !hasLocks;
    if (!mayPostTwice && posts > 1) breakLaw(`${posts} sign-outs were posted`);
  }

  /** With everything well again, the user is signed out in time, and all pages say so. */
  async function checkEnd(): Promise<void> {
    log("all is well again");
    failuresLeft = 0;
    isOnline = true;
    for (const page of pages) {
      if (page.isCached || page.isFrozen) page.tab.thaw();
      if (page.isCached) page.tab.leavePageCache();
      page.isCached = page.isFrozen = false;
      page.tab.goOnline();
    }
    if (!hasStorage) oracle.mayBegin();
    openPage();
    await clock.advance(TIMEOUT_MS + BOUND_MS);
    checkLaws();
    if (server.user) breakLaw("the user is still signed in");
    for (const { idle } of pages) {
      const { status } = idle.getSnapshot();
      if (status !== "signedOut" && status !== "off") breakLaw(`a page shows ${status} at the end`);
    }
  }

  for (let i = 0; i < scenario.tabs; i++) openPage();
  const from = now();
  await clock.advance(300);
  oracle.begin(from, now());
  for (const act of scenario.acts) {
    await perform(act);
    checkLaws();
  }
  await checkEnd();
}
