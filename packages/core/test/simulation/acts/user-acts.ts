import { prepareSignIn } from "../../../src/index.ts";
import { people } from "../server/people.ts";
import { pick, type Act } from "./act.ts";

const stay = { redirect: false } as const;
/** Seconds. */
const ages = [0, 10, 60, Infinity];
const targets = [
  "/account",
  "https://app.example/",
  "https://evil.example/",
  "javascript:alert(1)",
];

/** What users do, and apps on their own, on a page that is prerendered too. */
export const userActs = {
  "sign in": {
    weight: 8,
    isFair: true,
    prepares: true,
    run(_, { client, call }, value) {
      const { name } = pick(people, value);
      call(`signIn(${name})`, client.signIn("credentials", { ...stay, password: name }));
    },
  },
  "sign in wrongly": {
    weight: 1,
    isFair: true,
    prepares: true,
    run(_, { client, call }) {
      call("signIn(nobody)", client.signIn("credentials", { ...stay, password: "?" }));
    },
  },
  "sign in and go": {
    weight: 2,
    isFair: true,
    prepares: true,
    run(_, { client, call }, value) {
      const [{ name }, callbackUrl] = [pick(people, value), pick(targets, value)];
      const options = { callbackUrl, password: name };
      call(`signIn(${name}, ${callbackUrl})`, client.signIn("credentials", options));
    },
  },
  "sign out": {
    weight: 8,
    isFair: true,
    prepares: true,
    run: (_, { client, call }) => call("signOut()", client.signOut(stay)),
  },
  "sign out and go": {
    weight: 3,
    isFair: true,
    prepares: true,
    run(_, { client, call }, value) {
      const callbackUrl = pick(targets, value);
      call(`signOut(${callbackUrl})`, client.signOut({ callbackUrl }));
    },
  },
  update: {
    weight: 8,
    isFair: true,
    prepares: true,
    run(_, { client, call }, value) {
      call(`update(${value})`, client.update({ nickname: ` ${value}` }));
    },
  },
  read: {
    weight: 5,
    isFair: true,
    prepares: true,
    run: (_, { client, call }) => call("getSession()", client.getSession()),
  },
  "read what is old": {
    weight: 5,
    isFair: true,
    prepares: true,
    run(_, { client, call }, value) {
      const maxAge = pick(ages, value);
      call(`getSession(${maxAge})`, client.getSession({ maxAge }));
    },
  },
  "prepare a sign-in": {
    weight: 6,
    isFair: true,
    prepares: true,
    run: (_, { client, call }) => call("prepareSignIn()", prepareSignIn(client)),
  },
  "ask for a CSRF token": {
    weight: 1,
    isFair: true,
    prepares: true,
    run: (_, { client, call }) => call("getCsrfToken()", client.getCsrfToken()),
  },
} satisfies Record<string, Act>;
