import type { TestUser } from "../exchanges/exchange.ts";
import type { Browser, Send } from "./browser.ts";

/** What answers the exchanges: a server, or a model of one. */
export interface Target {
  /** Where it is, e.g. `"http://127.0.0.1:3000"`. */
  readonly origin: string;
  /** The address of its handlers. */
  readonly authUrl: string;
  readonly send: Send;
  /** The name and password of Ada. */
  readonly ada: Readonly<Record<"username" | "password", string>>;
  /** Gives a browser the session of a test user. */
  admit(browser: Browser, user: TestUser): Promise<void>;
  /** Breaks something. */
  damage(what: "not configured" | "database down"): void;
  /** The link in the last mail. */
  readMail(): string;
}
