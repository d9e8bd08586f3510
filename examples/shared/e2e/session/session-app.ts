/** A page that shows whom it knows. */
interface Greeting {
  path: string;
  /** Its heading. */
  heading(name: string): string;
}

/** What apps in Next have besides: `/protected`, `/auth/signout`, and `/server`. */
interface NextPages {
  /** A page that is rendered anew in the browser when another user signs in. */
  greeting: Greeting;
  /** A selector of what `/server` has been told by the server … */
  told: string;
  /** … and the texts of that, for nobody if there is no name. */
  texts(name?: string): string[];
}

/** An app, as the tests of the session need to know it: its data. All else is the same in every app. */
export interface SessionApp {
  /** As it stands in the output. */
  name: string;
  /** The pages in two more tabs, beside the one that acts. The first one's “Sign out” loads its page anew. */
  others: readonly [string, string];
  /** A page that everybody may see, and that has “Sign in” and “Sign out”. */
  publicPage: string;
  /** What that shows in `main` when its session has ended, if it says it there. */
  saysEnded?: string;
  /** The pages at which a sign-in by a full page load is to end. */
  landings: readonly string[];
  /** Whether its router goes on after a sign-in, so that no page is loaded. */
  hasRouter: boolean;
  /** Whether each page comes from the server with its session in it. */
  rendersSession: boolean;
  /** What `/profile` says to a name that the server refuses, and where it can't be reached. */
  refusedName: RegExp;
  failedName: RegExp;
  next?: NextPages;
}
