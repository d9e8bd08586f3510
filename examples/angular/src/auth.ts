import { Auth, type AuthConfig } from "@auth/core";
import { reportFailedReads } from "@sojourn/core/server";
import { authConfig } from "shared/auth-config";
import { roleOf } from "shared/users";

const config: AuthConfig = {
  ...authConfig,
  basePath: "/api/auth",
  trustHost: true,
  callbacks: {
    ...authConfig.callbacks,
    session({ session: { user, expires } }) {
      // With a database, what comes in holds the session token too: that stays here.
      const { name, email } = user;
      return { user: { name, email, role: roleOf(email) }, expires };
    },
  },
};

/** Answers a request to the auth server. */
export const answerAuth = reportFailedReads((request) => Auth(request, config));
