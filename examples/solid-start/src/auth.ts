import { Auth, type AuthConfig } from "@auth/core";
import { reportFailedReads } from "@sojourn/core/server";
import { createRequestSession } from "@sojourn/solid/start/server";
import { authConfig as sharedConfig } from "shared/auth-config";
import { roleOf } from "shared/users";

const authConfig: AuthConfig = {
  ...sharedConfig,
  basePath: "/api/auth",
  trustHost: true,
  callbacks: {
    ...sharedConfig.callbacks,
    session({ session: { user, expires } }) {
      const { name, email } = user;
      // With a database, what comes in holds the session token too: that stays here.
      return { user: { name, email, role: roleOf(email) }, expires };
    },
  },
};

/** The auth server. */
export const handleAuth = reportFailedReads((request) => Auth(request, authConfig));

/** The session of the current request. */
export const currentSession = createRequestSession(handleAuth);
