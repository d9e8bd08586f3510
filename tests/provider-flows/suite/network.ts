import type { BrowserContext } from "@playwright/test";
import type { ComesAndGoes } from "../servers/listen.ts";

/** Where in the Auth.js handlers a browser posts to, from now on. */
export function postsIn(context: BrowserContext, authPath: string): string[] {
  const posts: string[] = [];
  context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST" && pathname.startsWith(authPath))
      posts.push(pathname.slice(authPath.length));
  });
  return posts;
}

/** Leaves requests to a path without an answer. */
export async function neverAnswer(context: BrowserContext, path: string): Promise<void> {
  await context.route(`**${path}`, () => undefined);
}

/** Gives the browser CSRF tokens that the server did not make. */
export async function tamperWithCsrfTokens(
  context: BrowserContext,
  authPath: string,
  { times }: { times?: number } = {},
): Promise<void> {
  await context.route(
    `**${authPath}/csrf`,
    (route) => route.fulfill({ json: { csrfToken: "0".repeat(64) } }),
    times ? { times } : {},
  );
}

/** Does something while nobody can reach a server. */
export async function whileAway(server: ComesAndGoes, action: () => Promise<void>): Promise<void> {
  await server.vanish();
  try {
    await action();
  } finally {
    await server.comeBack();
  }
}
