import type { DefaultSession } from "next-auth";

declare module "next-auth" {
  interface User {
    role?: "reader" | "editor";
  }

  interface Session {
    user: { id: string; role: "reader" | "editor" } & DefaultSession["user"];
  }
}
