import { createInspector, createSessionClient, type InspectedStep } from "@sojourn/core";
import { toReason, type App, type AppContext } from "./app.ts";
import { findChanges } from "./changes.ts";
import { describeEffect, describeEvent } from "./describe-step.ts";

/** Creates an app on Sojourn's client. */
export function createSojournApp(context: AppContext): App {
  const { environment, poll, startedAt, onStep, onShown } = context;
  let before: InspectedStep["state"] | undefined;

  const inspect = createInspector(({ event, state, effects }) => {
    onStep({
      name: event.type,
      text: describeEvent(event),
      changes: findChanges(before, state, startedAt),
      effects: effects.map(describeEffect),
    });
    before = state;
  });
  const client = createSessionClient({ environment, refetchInterval: poll, inspect });
  client.subscribe(onShown);

  return {
    shown() {
      const { status, data, error } = client.getSnapshot();
      return { status, name: data?.user?.name ?? null, error: error && toReason(error) };
    },
    async signIn(credentials) {
      const result = await client.signIn("credentials", { ...credentials, redirect: false });
      return result.error ?? undefined;
    },
    async signOut() {
      await client.signOut({ redirect: false });
      return undefined;
    },
    async update(data) {
      await client.update(data);
      return undefined;
    },
  };
}
