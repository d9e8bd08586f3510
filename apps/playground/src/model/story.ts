/** The numbers of the tabs. */
export const TABS = [1, 2, 3] as const;
export type TabNumber = (typeof TABS)[number];

/** Whose client the tabs run: Sojourn's, or a model of next-auth's. */
export type ClientName = "sojourn" | "next-auth";

/** How the server answers. */
export const ANSWERS = ["normal", "500", "slow", "silent", "html"] as const;
export type AnswerMode = (typeof ANSWERS)[number];

/** What a user does in a tab, or a browser with it. */
export const TAB_ACTIONS = [
  "ada",
  "grace",
  "signout",
  "update",
  "freeze",
  "thaw",
  "hide",
  "show",
  "leave",
  "back",
  "close",
  "open",
] as const;
export type TabActionName = (typeof TAB_ACTIONS)[number];

/** What happens to the device and to the server. */
export const WORLD_ACTIONS = ["offline", "online", "end", ...ANSWERS] as const;
export type WorldActionName = (typeof WORLD_ACTIONS)[number];

/** One action. `at` is in milliseconds since the start of the story. */
export type Action =
  | { readonly at: number; readonly name: TabActionName; readonly tab: TabNumber }
  | { readonly at: number; readonly name: WorldActionName; readonly tab?: undefined };

/** The seconds between two polls, of all tabs. */
export const POLLS = [0, 5, 15] as const;

/** What holds from the start of a story to its end. */
export interface Settings {
  readonly client: ClientName;
  /** Seconds between two polls; 0 for none. */
  readonly poll: number;
}

/** All that the playground needs to get to a state again. */
export interface Story extends Settings {
  /** In the order of their times. */
  readonly actions: readonly Action[];
  /** The state's time, in milliseconds since the start. */
  readonly now: number;
}

/** A story in which nothing has happened yet. */
export const NEW_STORY: Story = { client: "sojourn", poll: 5, actions: [], now: 0 };

/** What the server does in each mode, in words. */
export const modeTexts: Record<AnswerMode, string> = {
  normal: "answers normally",
  "500": "answers with 500",
  slow: "answers after five seconds",
  silent: "does not answer",
  html: "answers with a page of HTML",
};
