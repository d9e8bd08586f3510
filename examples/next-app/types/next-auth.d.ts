import type { Role } from "shared/users";
import type { DefaultSession } from "next-auth";

declare module "next-auth" {
  interface Session {
    user: { role: Role } & NonNullable<DefaultSession["user"]>;
  }
}
