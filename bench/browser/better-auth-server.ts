import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import type { Answer } from "../../tests/lab/server/answer.ts";
import type { AuthRequest } from "../../tests/lab/server/auth-endpoints.ts";
import type { ForeignAuth } from "../../tests/lab/server/lab-server.ts";
import { users } from "../../tests/lab/server/users.ts";

/** Of the server's own making, but for what would slow it down beside the lab's. */
function createAuth(baseURL: string) {
  return betterAuth({
    baseURL,
    secret: "0123456789abcdefghijklmnopqrstuvwxyzABCDEF",
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 1,
      // The lab compares passwords as they are, too: hashing them is not the subject.
      password: {
        hash: (password) => Promise.resolve(password),
        verify: ({ hash, password }) => Promise.resolve(hash === password),
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    socialProviders: {
      // Its server is ours, so that nobody is asked. The rest of the address is a query.
      gitlab: { clientId: "lab", clientSecret: "lab", issuer: `${baseURL}/pages/plain.html?` },
    },
  });
}

async function createAuthWithUsers(baseURL: string) {
  const auth = createAuth(baseURL);
  for (const { name, email, password } of Object.values(users)) {
    await auth.api.signUpEmail({ body: { name, email, password } });
  }
  return auth;
}

function toHeaders({ headers }: AuthRequest): Headers {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return new Headers(Object.fromEntries(entries));
}

async function toAnswer(response: Response): Promise<Answer> {
  const headers = Object.fromEntries(response.headers);
  delete headers["set-cookie"];
  const cookies = response.headers.getSetCookie();
  return { status: response.status, headers, cookies, body: await response.text() };
}

/** A real better-auth server that keeps all in memory, as the lab's auth endpoints. */
export function createBetterAuthServer(): ForeignAuth {
  // Its address is known when the first request comes.
  let auth: ReturnType<typeof createAuthWithUsers> | undefined;
  return {
    sessionEndpoint: "get-session",
    async answer(request) {
      const { method, endpoint, query, body, authUrl } = request;
      auth ??= createAuthWithUsers(new URL(authUrl).origin);
      const { handler } = await auth;
      const init = { method, headers: toHeaders(request), ...(body && { body }) };
      return toAnswer(await handler(new Request(`${authUrl}/${endpoint}${query}`, init)));
    },
  };
}

/** Sets the cookie, as {@link World.signInBehindTheScenes} does on an Auth.js server. */
export async function signInToBetterAuth(
  request: import("@playwright/test").APIRequestContext,
  username: string,
): Promise<void> {
  const user = users[username];
  if (!user) throw new Error(`There is no user "${username}".`);
  const { email, password } = user;
  const response = await request.post("/api/auth/sign-in/email", { data: { email, password } });
  if (!response.ok()) throw new Error(`better-auth let nobody in: ${await response.text()}`);
}
