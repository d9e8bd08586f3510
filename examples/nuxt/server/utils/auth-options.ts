import type { AuthConfig } from "@auth/core";
import { authConfig } from "shared/auth-config";
import { roleOf } from "shared/users";

const { session: toSession } = authConfig.callbacks ?? {};

export const authOptions: AuthConfig = {
  ...authConfig,
  basePath: "/api/auth",
  trustHost: true,
  callbacks: {
    ...authConfig.callbacks,
    async session(parameters) {
      const session = (await toSession?.(parameters)) ?? parameters.session;
      return { ...session, user: { ...session.user, role: roleOf(session.user?.email) } };
    },
  },
};
