import type { DefaultSession } from "next-auth";
import type { Role } from "shared/users";

declare module "next-auth" {
  interface Session {
    user: { role: Role } & NonNullable<DefaultSession["user"]>;
  }

  interface User {
    role: Role;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    role: Role;
  }
}
