import type { App, AppContext } from "./app.ts";
import { findChanges } from "./changes.ts";
import { createNextAuthRequests, type NextAuthSession } from "./next-auth-requests.ts";
import type { Shown } from "./timeline.ts";

/** What makes next-auth's provider read the session. */
type Trigger = "mount" | "storage" | "visibilitychange" | "poll";

interface State {
  /** What its module knows; it is what decides whether to read. */
  known: NextAuthSession | null | undefined;
  /** What components get. */
  session: NextAuthSession | null | undefined;
  isLoading: boolean;
}

const texts: Record<Trigger, string> = {
  mount: "The page begins to show the session",
  storage: "A message arrives, or a call has changed the session",
  visibilitychange: "The tab has the focus",
  poll: "The time of a poll has come",
};

/**
 * Creates an app on a model of the client of next-auth 4, as that was found to behave: a failed read is
 * "signed out", a message makes each tab read, and a sign-in that stays on its page tells no other tab.
 * The model was written for the playground, from a description.
 *
 * @param lastMessage returns the message that the browser's storage has
 */
export function createNextAuthApp(
  { environment, poll, startedAt, onStep, onShown }: AppContext,
  lastMessage: () => string | undefined,
): App {
  const requests = createNextAuthRequests(environment);
  const channel = environment.openStorageChannel("nextauth.message", () => void read("storage"));
  let state: State = { known: undefined, session: undefined, isLoading: true };

  function change(text: string, part: Partial<State>): void {
    const before = state;
    state = { ...state, ...part };
    onStep({
      name: "state",
      text,
      changes: findChanges(before, state, startedAt),
      effects: [],
    });
    onShown();
  }

  function broadcast(trigger: "getSession" | "signout"): void {
    const timestamp = Math.floor(environment.now() / 1000);
    const message = { event: "session", data: { trigger }, timestamp };
    // Storage sends no event for a value that it already has.
    if (lastMessage() !== JSON.stringify(message)) channel.post(message);
  }

  async function read(trigger: Trigger): Promise<void> {
    const isFirst = state.known === undefined;
    // Once it knows that nobody is signed in, only a message makes it read.
    if (trigger !== "storage" && !isFirst && (trigger === "mount" || state.known === null)) return;
    onStep({ name: trigger, text: texts[trigger], changes: [], effects: ["read the session"] });
    const session = await requests.readSession();
    if (trigger !== "storage") broadcast("getSession");
    const text = session
      ? "The server has answered"
      : "The answer was empty, or the read has failed";
    change(text, { known: session, session, isLoading: false });
  }

  function schedulePoll(): void {
    if (!poll) return;
    environment.schedule(() => {
      if (state.known) void read("poll");
      schedulePoll();
    }, poll * 1000);
  }

  environment.onVisible(() => void read("visibilitychange"));
  schedulePoll();
  void read("mount");

  return {
    shown: () => toShown(state),
    async signIn(credentials) {
      const result = await requests.signIn(credentials);
      if (!result) return "it leads to the error page";
      if (result.isOk) await read("storage");
      return result.error;
    },
    async signOut() {
      await requests.signOut();
      broadcast("signout");
      await read("storage");
      return undefined;
    },
    async update(data) {
      if (state.isLoading || !state.session) return undefined;
      change("update() starts", { isLoading: true });
      const session = await requests.update(data);
      change("update() ends", { isLoading: false, ...(session && { session }) });
      if (session) broadcast("getSession");
      return undefined;
    },
  };
}

function toShown({ session, isLoading }: State): Shown {
  const signedIn = session ? "authenticated" : "unauthenticated";
  const status = isLoading ? "loading" : signedIn;
  return { status, name: isLoading ? null : (session?.user.name ?? null), error: null };
}
