import { Auth, type AuthConfig, setEnvDefaults } from "@auth/core";
import { reportFailedReads } from "@sojourn/core/server";
import { authConfig } from "shared/auth-config";
import { roleOf } from "shared/users";

const config: AuthConfig = {
  ...authConfig,
  basePath: "/api/auth",
  callbacks: {
    ...authConfig.callbacks,
    session({ session: { user, expires } }) {
      // With a database, what comes in holds the session token too: that stays here.
      return { user: { name: user.name, email: user.email, role: roleOf(user.email) }, expires };
    },
  },
};
setEnvDefaults(process.env, config);

/** Answers a request to `/api/auth`. */
export const handleAuth = reportFailedReads((request) => Auth(request, config));
