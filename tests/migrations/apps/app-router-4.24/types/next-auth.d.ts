import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface Session {
    // A guest has a session, too.
    user: { id: string; name: string; email: string } | null;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    id: string;
  }
}
