import { fetchCsrfToken } from "../api/csrf.ts";
import { once } from "../once.ts";
import { isAnswered } from "../session/is-settled.ts";
import { isFromServer } from "../session/state/cache.ts";
import type { MutationPorts, SignInNeeds } from "./ports.ts";
import { providerListOf } from "./provider-list.ts";

/**
 * How long a prepared token is used. It is enough to fill in a form. The cookie that belongs to it
 * lasts longer, but a refused token costs more than one that is fetched again.
 */
const PREPARED_MS = 300_000;
/** How long the token waits for the first read of the page. */
const PREPARED_READ_MS = 10_000;
/** How long a sign-in waits for a prepared request that is still under way. */
const PREPARED_WAIT_MS = 1000;

/**
 * Asks for what a sign-in needs before it posts, and leaves it in the ports for the next sign-in. It
 * asks nothing if that is there, or under way.
 *
 * @throws SignInError `no-page` on a server; SessionFetchError
 */
export async function prepareSignIn(ports: MutationPorts): Promise<void> {
  const { session, http, page, environment } = ports;
  page.pageUrl();
  if (ports.prepared?.isUsable()) return;
  const startedAt = environment.now();
  // Each sign-in and sign-out, of any tab, may replace the cookie that belongs to the token.
  const { newest } = session.get().mutations;
  const providers = providerListOf(ports);
  let token: Promise<string> | undefined;
  let needs: SignInNeeds | undefined;
  let hasEnded = false;

  function isUsable(): boolean {
    const isFresh = environment.now() - startedAt < PREPARED_MS;
    const hasFailed = hasEnded && !needs;
    return isFresh && !hasFailed && session.get().mutations.newest === newest;
  }

  async function ask(): Promise<void> {
    const list = providers.get(new AbortController());
    // A browser without a CSRF cookie gets one with each response, and the token must belong to the
    // last one.
    if (!isFromServer(session.get())) {
      await list;
      await session.until((state) => isAnswered(state, Infinity), PREPARED_READ_MS);
    }
    // A sign-in that has started meanwhile asks by itself.
    if (!isUsable()) return;
    token = fetchCsrfToken(http);
    // If one of them fails, the other one still goes on.
    await Promise.allSettled([list, token]);
    const answers = await Promise.all([list, token]);
    if (answers[0]) needs = answers;
  }

  function take(): Promise<SignInNeeds> | undefined {
    if (!token || !isUsable()) return undefined;
    const again = once(() => Promise.all([providers.fetch(), fetchCsrfToken(http)]));
    const orAgain = (): SignInNeeds | Promise<SignInNeeds> => needs ?? again();
    const late = session.until(() => hasEnded, PREPARED_WAIT_MS);
    return Promise.race([request.then(orAgain, orAgain), late.then(orAgain)]);
  }

  const request = ask();
  ports.prepared = { isUsable, take };
  try {
    await request;
  } finally {
    hasEnded = true;
  }
}
