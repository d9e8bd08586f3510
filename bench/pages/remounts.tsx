import type { ComponentType } from "react";
import { flushSync } from "react-dom";
import type { Root } from "react-dom/client";
import type { AppProps } from "./app.tsx";

/** Mounts in one task. Then what waits for the next one gets its turn. */
const BATCH = 100;

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What takes parts of the page away, and brings them back. */
export function createRemounts(
  root: Root,
  App: ComponentType<AppProps>,
  props: AppProps,
): Pick<Window["bench"], "remount" | "unmount"> {
  function draw(hasProvider: boolean, hasConsumers: boolean): void {
    flushSync(() => root.render(hasProvider && <App {...props} isEmpty={!hasConsumers} />));
  }

  return {
    async remount(part, times) {
      for (let round = 1; round <= times; round += 1) {
        draw(part === "consumers", false);
        draw(true, true);
        if (round % BATCH === 0) await nextTask();
      }
    },
    unmount: () => draw(false, false),
  };
}
