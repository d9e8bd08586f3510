/** Whose session a request comes with. */
export type TestUser =
  | "nobody"
  | "ada"
  /** With a session whose time is over. */
  | "late"
  /** With a cookie that somebody has changed; of a session in a database, with one that is not there. */
  | "forger";

/** One request of a client, and what there is before it. */
export interface Exchange {
  /** Method and endpoint, e.g. `"POST signout"`. */
  readonly request: string;
  /** Default `"nobody"`. */
  readonly by?: TestUser;
  /** The fields of a form, or with `isJson` of JSON; `<app>` stands for the server's origin. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly isJson?: boolean;
  /** How a form asks for JSON in place of a redirect. Default `"both"`, as our client does. */
  readonly asks?: "both" | "by field" | "by header" | "not";
  /** The CSRF token of a POST. Default `"right"`. */
  readonly token?: "right" | "none" | "wrong" | "without its cookie";
  /** Where a browser would say that the request comes from. Default: the server's origin. */
  readonly origin?: string;
  /** What is wrong with the server. */
  readonly server?: "not configured" | "database down";
  /** What the user has done before, so that the request is where that leads. */
  readonly after?: "a provider" | "a provider without cookies" | "a mail" | "a used mail";
  /** Whether it depends on where sessions are kept, so that servers with a database are asked too. */
  readonly isAboutSessions?: boolean;
}

/** The exchanges of one file of recordings, by their names. */
export type Exchanges = Readonly<Record<string, Exchange>>;
