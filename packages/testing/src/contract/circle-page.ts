import type { Session, SessionClient } from "@sojourn/core";
import type { AdapterUnderTest } from "./adapter.ts";
import { expectAtMost } from "./expect.ts";
import type { Page, PageOptions } from "./page.ts";
import type { Scene } from "./scene.ts";

/**
 * The most renderings of the component that hands over, and of each consumer. React's StrictMode
 * doubles them.
 */
const MOST_RENDERINGS = 30;
/**
 * After this many renderings the page hands over nothing more. The rule is broken then, and its
 * test has to end.
 */
const ENOUGH = 200;
const LATENCY_MS = 20;

type MaybeSession = Session | null | undefined;

/**
 * Returns the session that the page hands over, from the one that it is shown and the number of the
 * rendering.
 */
export type Make = (shown: MaybeSession, rendering: number) => MaybeSession;

/** Options of a page that renders in circles. */
export interface CircleOptions extends PageOptions {
  /** The client whose session the page changes. Default: the page's client. */
  source?: SessionClient<Session>;
}

/** A page that renders in circles. */
export interface CirclePage extends Page {
  /** Whether the first consumer shows the session that the page has changed. */
  showsItsOwn(): boolean;
  /** @throws Error if a component has rendered too often */
  expectFewRenderings(): void;
}

/** Changes the session that is shown to one that no server would send. */
export const decorate: Make = (shown) =>
  shown && { ...shown, user: { ...shown.user, isDecorated: true } };

/** Opens a page that changes the session and hands it over. The network has a latency. */
export async function openCircle(
  scene: Scene,
  mountCircle: NonNullable<AdapterUnderTest["mountCircle"]>,
  make: Make,
  options: CircleOptions = {},
): Promise<CirclePage> {
  const { clock } = scene.world;
  scene.server.fault = () =>
    new Promise((resolve) => void clock.schedule(() => resolve(undefined), LATENCY_MS));
  let renderings = 0;
  const page = await scene.openWith(({ client, consumers }) => {
    const { source = client } = options;
    return mountCircle({
      client,
      consumers,
      source,
      make({ data }) {
        renderings += 1;
        return renderings > ENOUGH ? undefined : make(data as MaybeSession, renderings);
      },
    });
  }, options);

  return {
    ...page,
    showsItsOwn() {
      const shown = page.consumers[0]?.session().data as MaybeSession;
      return !!shown?.user && "isDecorated" in shown.user;
    },
    expectFewRenderings() {
      expectAtMost("renderings of the component that hands over", renderings, MOST_RENDERINGS);
      for (const consumer of page.consumers) {
        expectAtMost("renderings of a consumer", consumer.renders(), MOST_RENDERINGS);
      }
    },
  };
}

/**
 * Lets time pass in steps, and renders after each. The steps are short at first, while answers
 * arrive.
 */
export async function live(scene: Scene, seconds: number): Promise<void> {
  for (let step = 0; step < 100; step += 1) await scene.pass(10);
  for (let second = 1; second < seconds; second += 1) await scene.pass(1000);
}
