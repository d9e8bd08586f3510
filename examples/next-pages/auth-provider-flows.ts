import type { NextAuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { adapter } from "shared/adapter";
import { roleOf } from "shared/users";

type Provider = NextAuthOptions["providers"][number];

const {
  EMAIL_FROM: from,
  EMAIL_SERVER: mailServer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_ISSUER: issuer,
} = process.env;

interface Claims {
  sub: string;
  name: string;
  email: string;
}

function openId(): OAuthConfig<Claims> {
  return {
    id: "openid",
    name: "OpenID",
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid profile email" } },
    idToken: true,
    checks: ["pkce", "state"],
    profile: ({ sub, name, email }) => ({ id: sub, name, email, role: roleOf(email) }),
  };
}

/** The provider flows for which the environment has what they need. */
export const providerFlows: Provider[] = [
  ...(issuer && clientId && clientSecret ? [openId()] : []),
  ...(adapter && mailServer && from ? [EmailProvider({ server: mailServer, from })] : []),
];
