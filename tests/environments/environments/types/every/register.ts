import "@sojourn/react";

export interface MySession {
  user: { id: string; name: string; role: "admin" | "guest" };
  expires: string;
}

declare module "@sojourn/react" {
  interface Register {
    session: MySession;
  }
}
