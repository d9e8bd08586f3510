import { NEW_STORY, type Story } from "./story.ts";

/** A story to start from. */
export interface Situation {
  readonly title: string;
  /** What to look at. */
  readonly hint: string;
  readonly story: Story;
}

/** Stories in which the clients differ. */
export const situations: readonly Situation[] = [
  {
    title: "Sign in once",
    hint: "Ada signs in in tab 1. All tabs show her, after one read of the session.",
    story: { ...NEW_STORY, actions: [{ at: 1500, name: "ada", tab: 1 }] },
  },
  {
    title: "The server fails",
    hint: "The server answers with 500 for a while. A failed read says nothing about the user, so Ada stays.",
    story: {
      ...NEW_STORY,
      actions: [
        { at: 1000, name: "ada", tab: 1 },
        { at: 4000, name: "500" },
        { at: 9000, name: "normal" },
      ],
    },
  },
  {
    title: "Back after a sign-out",
    hint: "Tab 2 goes to another site, and tab 1 signs out. Then the user presses Back in tab 2.",
    story: {
      ...NEW_STORY,
      poll: 0,
      actions: [
        { at: 1000, name: "ada", tab: 1 },
        { at: 2000, name: "hide", tab: 1 },
        { at: 2500, name: "show", tab: 1 },
        { at: 3500, name: "leave", tab: 2 },
        { at: 5000, name: "signout", tab: 1 },
        { at: 7000, name: "back", tab: 2 },
      ],
    },
  },
  {
    title: "A late answer",
    hint: "A read of the session is slow. Its answer comes after the user has signed out.",
    story: {
      ...NEW_STORY,
      actions: [
        { at: 1000, name: "ada", tab: 1 },
        { at: 4500, name: "slow" },
        { at: 6500, name: "normal" },
        { at: 8000, name: "signout", tab: 1 },
      ],
    },
  },
  {
    title: "The session ends",
    hint: "The server ends the session at a fixed time, and nobody polls. Only its date says so.",
    story: {
      ...NEW_STORY,
      poll: 0,
      actions: [
        { at: 1000, name: "ada", tab: 1 },
        { at: 3000, name: "end" },
        { at: 7000, name: "hide", tab: 1 },
        { at: 7500, name: "show", tab: 1 },
      ],
    },
  },
];
