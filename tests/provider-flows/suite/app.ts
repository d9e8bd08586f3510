import type { DialectName } from "./dialects.ts";

/** An app that fulfils the contract in this package's README, and has been built. */
export interface App {
  /** As it stands in the names of tests. */
  name: string;
  dialect: DialectName;
  folder: string;
  /** What its server calls itself; Auth.js v5 in Next says “localhost” whatever it is told. */
  host?: "127.0.0.1" | "localhost";
  /** What Node is to run there, so that it serves the app on 127.0.0.1 at this port. */
  command(port: string): string[];
  /** Whether its `/autofill` also has buttons for a passkey on a click, and for removing all. */
  hasPasskeyRoutes?: boolean;
  /** Where its Auth.js handlers are. */
  authPath: string;
}
