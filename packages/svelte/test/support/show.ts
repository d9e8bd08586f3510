import { createSession, createTestClient, type TestClient } from "@sojourn/testing";
import { flushSync, mount, unmount } from "svelte";
import { onTestFinished } from "vitest";
import { setSessionClient } from "../../src/index.ts";
import SetUp from "./SetUp.svelte";

/** A component on a page, and what it shows. */
export interface Shown {
  text(): string;
}

/** Mounts a component whose set-up is a function; it shows what the function that this returns does. */
export function show(setUp: () => () => unknown): Shown {
  const target = document.createElement("main");
  const component = mount(SetUp, { target, props: { setUp } });
  flushSync();
  onTestFinished(() => unmount(component));
  return { text: () => target.textContent };
}

/** The same where a client is set; by default, one that Ada is signed in to. */
export function showWith(
  setUp: () => () => unknown,
  client: TestClient = createTestClient({ session: createSession() }),
): Shown {
  return show(() => {
    setSessionClient(client);
    return setUp();
  });
}
