import { SvelteKitAuth } from "@auth/sveltekit";
import { authConfig } from "shared/auth-config";
import { roleOf } from "shared/users";

export const { handle, signIn, signOut } = SvelteKitAuth({
  ...authConfig,
  // `@auth/sveltekit` does not read AUTH_TRUST_HOST in production.
  trustHost: process.env["AUTH_TRUST_HOST"] === "true",
  callbacks: {
    ...authConfig.callbacks,
    session({ session: { user, expires } }) {
      // With a database, what comes in holds the session token too: that stays here.
      const { name, email } = user;
      return { user: { name, email, role: roleOf(email) }, expires };
    },
  },
});
