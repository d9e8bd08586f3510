import type { Environment, Stop } from "../../environment/environment.ts";

/** Starts now, or when the user opens the page, if the browser has prerendered it. */
export function startWhenShown(environment: Environment, start: () => Stop): Stop {
  if (!environment.isPrerendering()) return start();
  let end = environment.onActivate(() => {
    end();
    end = start();
  });
  return () => end();
}
