import type { TabActionName } from "./story.ts";
import type { TabState } from "./timeline.ts";

/** What the timeline says of each action. */
export const tabActionTexts: Record<TabActionName, string> = {
  ada: "The user signs in as Ada",
  grace: "The user signs in as Grace",
  signout: "The user signs out",
  update: "The user changes the name",
  freeze: "The browser freezes the tab",
  thaw: "The browser lets the tab run again",
  hide: "The user looks at another tab",
  show: "The user looks at this tab",
  leave: "The user follows a link to another site",
  back: "The user presses Back",
  close: "The user closes the tab",
  open: "The user opens the tab",
};

const possible: Record<TabActionName, readonly TabState[]> = {
  ada: ["shown"],
  grace: ["shown"],
  signout: ["shown"],
  update: ["shown"],
  freeze: ["shown", "hidden"],
  thaw: ["frozen"],
  hide: ["shown"],
  show: ["hidden"],
  leave: ["shown"],
  back: ["away"],
  close: ["shown", "hidden", "frozen", "away"],
  open: ["closed"],
};

/** Whether an action is possible in a tab of this state. */
export function isPossible(name: TabActionName, state: TabState): boolean {
  return possible[name].includes(state);
}
