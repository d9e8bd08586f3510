import { Auth, type AuthConfig } from "@auth/core";
import { readSession, toSignIn } from "@sojourn/core/server";
import { authConfig } from "shared/auth-config";
import type { PlainSession } from "../page-data.ts";
import { pages } from "./pages.ts";
import { sendPage, streamPage } from "./send-page.ts";

const basePath = "/api/auth";
const config: AuthConfig = { ...authConfig, basePath, trustHost: true };
const authHandler = (request: Request) => Auth(request, config);

/** Answers a request to the app. */
export async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(`${basePath}/`)) return authHandler(request);
  const page = pages[pathname];
  if (!page) return new Response("Not found", { status: 404 });

  const reading = readSession<PlainSession>(request, authHandler, { basePath });
  if (page.isStreamed) return streamPage(page, reading);
  const { session, headers } = await reading;
  headers.set("Cache-Control", "private, no-store");
  if (!page.isProtected || session !== null) return sendPage(page, session, headers);
  headers.set("Location", toSignIn(request));
  return new Response(null, { status: 302, headers });
}
