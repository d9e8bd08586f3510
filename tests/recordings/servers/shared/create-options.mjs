import { setTimeout as delay } from "node:timers/promises";
import { adapter } from "./adapter.mjs";
import { changeState, readState } from "./state.mjs";

const { AUTH_SESSIONS: strategy, PROVIDER_URL: provider } = process.env;

/** Who can sign in by a password. `past` gets a session that ended a minute ago. */
const users = ["ada", "grace", "mallory", "past", "wanderer"].map((username, index) => ({
  id: String(index + 1),
  name: username,
  email: `${username}@example.com`,
}));

function createCredentials({ Locked = Error }) {
  return {
    id: "credentials",
    name: "Password",
    type: "credentials",
    credentials: { username: { label: "Username" }, password: { type: "password" } },
    authorize({ username, password }) {
      if (username === "crash") throw new Error("The user database is down");
      if (username === "locked") throw new Locked("locked");
      return users.find(({ name }) => name === username && password === `${name}'s`) ?? null;
    },
  };
}

const oauth = {
  id: "github",
  name: "GitHub",
  type: "oauth",
  clientId: "recordings",
  clientSecret: "not-a-secret",
  authorization: `${provider}/authorize?scope=profile`,
  token: `${provider}/token`,
  userinfo: `${provider}/userinfo`,
  profile: ({ sub, name, email }) => ({ id: sub, name, email, image: null }),
};

const email = {
  id: "email",
  name: "Email",
  type: "email",
  from: "recordings@example.com",
  server: {},
  maxAge: 24 * 3600,
  async sendVerificationRequest({ identifier, url }) {
    // Auth.js looks at this promise late: one that fails at once would end the process.
    await delay(50);
    if (identifier.startsWith("unreachable")) throw new Error("The mail server is down");
    changeState((state) => {
      state.mail = url;
    });
  },
};

/**
 * The options of every server, the same for next-auth 4 and 5.
 *
 * @param own what a version has of its own: `encode` of its JWT, and the error `Locked`
 */
export function createOptions(own) {
  return {
    // Obviously no secret. Without one, the server says that it is not configured.
    secret: readState().isConfigured ? "a secret that everybody may know" : "",
    trustHost: true,
    session: { strategy, maxAge: 3600 },
    adapter,
    providers: [createCredentials(own), oauth, email],
    jwt: {
      encode: (params) => {
        const isOver = params.token?.name === "past";
        return own.encode(isOver ? { ...params, maxAge: -60 } : params);
      },
    },
    callbacks: {
      signIn({ user }) {
        return user.name === "wanderer" ? "/welcome" : !user.email?.startsWith("mallory");
      },
      jwt({ token, trigger, session }) {
        return trigger === "update" && session?.name ? { ...token, name: session.name } : token;
      },
      session({ session: { user, expires }, token, newSession }) {
        const name = newSession?.name ?? token?.name ?? user.name;
        return { user: { name, email: user.email }, expires };
      },
    },
    logger: { error() {}, warn() {}, debug() {} },
  };
}
