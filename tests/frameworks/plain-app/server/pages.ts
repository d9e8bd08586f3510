import type { PlainSession } from "../page-data.ts";
import { escape } from "./escape.ts";

/** A page of the app. */
export interface PlainPage {
  /** What is in its `main`. */
  render(session: PlainSession | null | undefined): string;
  /** Whether only users may see it. */
  isProtected?: boolean;
  isStreamed?: boolean;
}

const nameOf = (session: PlainSession | null | undefined) =>
  escape(session?.user?.name ?? "nobody");

const profile = `<h1>Your profile</h1>
<form class="form" id="profile">
  <label for="name">Name</label>
  <input id="name" name="name" />
  <button class="button primary">Save the name</button>
  <p class="form-note" role="status"></p>
</form>`;

const signIn = `<h1>Sign in</h1>
<p class="form-error" role="alert"></p>
<div id="providers"></div>`;

/** All pages, by their paths. */
export const pages: Readonly<Record<string, PlainPage>> = {
  "/": { render: () => "<h1>Sign in once. Every tab knows.</h1>" },
  "/profile": { render: () => profile },
  "/server": {
    render: (session) =>
      `<h1>From the server</h1><p data-rendered-for>The server has rendered this for ${nameOf(session)}.</p>`,
  },
  "/protected": {
    isProtected: true,
    render: (session) => `<h1>For your eyes, ${nameOf(session)}</h1>`,
  },
  "/streamed": { isStreamed: true, render: () => "<h1>Streamed</h1>" },
  "/auth/signin": { render: () => signIn },
  "/auth/sent": { render: () => "<h1>Look into your mailbox</h1>" },
};
