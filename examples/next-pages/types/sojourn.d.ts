import "@sojourn/react";

declare module "@sojourn/react" {
  interface Register {
    session: import("next-auth").Session;
  }
}
