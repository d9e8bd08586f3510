import type { Session, SessionClient } from "@sojourn/core";
import type { AdapterUnderTest } from "./adapter.ts";
import { expectAtMost } from "./expect.ts";
import type { Page, PageOptions } from "./page.ts";
import type { Scene } from "./scene.ts";

/** Of the component that hands over, and of each that is shown it; React's StrictMode doubles them. */
const MOST_RENDERINGS = 30;
/** After so many a page hands over nothing more: the rule is broken, and its test has to end. */
const ENOUGH = 200;
const LATENCY_MS = 20;

type Handed = Session | null | undefined;

/** What a page makes of the session that it is shown, in a rendering of this number. */
export type Make = (shown: Handed, rendering: number) => Handed;

/** What circles are opened with. */
export interface CircleOptions extends PageOptions {
  /** By default the page's client. */
  source?: SessionClient<Session>;
}

/** A page that renders in circles. */
export interface CirclePage extends Page {
  /** Whether its first consumer is shown what the page has made of the session. */
  showsItsOwn(): boolean;
  /** @throws Error if anything of it has rendered too often */
  expectFewRenderings(): void;
}

/** Makes a session that a server would not send, of the one that is shown. */
export const decorate: Make = (shown) =>
  shown && { ...shown, user: { ...shown.user, isDecorated: true } };

/** Opens a page that hands over what it makes of the session, on a network that takes time. */
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
        return renderings > ENOUGH ? undefined : make(data as Handed, renderings);
      },
    });
  }, options);

  return {
    ...page,
    showsItsOwn() {
      const shown = page.consumers[0]?.session().data as Handed;
      return !!shown?.user && "isDecorated" in shown.user;
    },
    expectFewRenderings() {
      expectAtMost("renderings of what hands over", renderings, MOST_RENDERINGS);
      for (const consumer of page.consumers) {
        expectAtMost("renderings of what is shown it", consumer.renders(), MOST_RENDERINGS);
      }
    },
  };
}

/** Lets time pass in steps, each of which is rendered: short ones, as answers come, and then longer. */
export async function live(scene: Scene, seconds: number): Promise<void> {
  for (let step = 0; step < 100; step += 1) await scene.pass(10);
  for (let second = 1; second < seconds; second += 1) await scene.pass(1000);
}
