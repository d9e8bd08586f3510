import { authorize } from "shared/authorize";
import { providerFlows } from "shared/provider-flows";
import NextAuth from "next-auth-5";
import Credentials from "next-auth-5/providers/credentials";
import { NextRequest } from "next/server";
import { basePath } from "./base-path.ts";
import { leadHome } from "./lead-home.ts";

const { handlers } = NextAuth({
  basePath: `${basePath}/v5/api/auth`,
  providers: [
    Credentials({
      name: "your demo account",
      credentials: { username: { label: "Username" }, password: { type: "password" } },
      authorize,
    }),
    ...providerFlows,
  ],
  callbacks: {
    redirect: leadHome,
    jwt({ token, trigger, session }) {
      if (trigger === "update" && session?.name === "Countess Ada") token.name = session.name;
      return token;
    },
  },
});

/** Next takes its `basePath` off before a route handler sees the request; next-auth 5 needs all of it. */
function withBasePath(handle: (request: NextRequest) => Promise<Response>) {
  return (request: NextRequest) => {
    const url = new URL(request.url);
    url.pathname = basePath + url.pathname;
    return handle(new NextRequest(url, request));
  };
}

export const GET = withBasePath(handlers.GET);
export const POST = withBasePath(handlers.POST);
