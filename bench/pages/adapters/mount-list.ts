import type { Session } from "@sojourn/core";
import { renderedSession } from "../app.tsx";

/** Puts so many components of a framework into the container, and returns when all have run their effects. */
export type MountList = (container: Element, count: number, session: Session | undefined) => void;

declare global {
  interface Window {
    /**
     * Mounts so many components.
     *
     * @param hasSession whether they show the session, or a text that is always the same
     * @returns the milliseconds that it took
     */
    mountComponents(count: number, hasSession: boolean): number;
  }
}

/** What components show that have no session. */
export const TEXT = "Ada Lovelace";

/** Lets a page mount components of a framework. */
export function offer(mountList: MountList): void {
  window.mountComponents = (count, hasSession) => {
    const container = document.createElement("ul");
    document.body.append(container);
    // A session that is known: no request is made.
    const session = hasSession ? (renderedSession() as Session) : undefined;
    const startedAt = performance.now();
    mountList(container, count, session);
    const took = performance.now() - startedAt;
    const { length } = container.querySelectorAll("li");
    const { textContent } = container;
    if (length !== count || textContent.trim() !== TEXT.repeat(count)) {
      throw new Error(`The page shows ${length} components, with: ${textContent.slice(0, 100)}`);
    }
    return took;
  };
}
