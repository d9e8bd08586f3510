import { testSession } from "shared/e2e";

testSession({
  name: "next-pages",
  others: ["/server", "/"],
  publicPage: "/idle",
  saysEnded: "unauthenticated",
  landings: ["/idle", "/server"],
  hasRouter: true,
  rendersSession: false,
  refusedName: /^The server didn’t accept that/,
  failedName: /^That didn’t get through/,
  next: {
    greeting: { path: "/server", heading: (name) => `Hello, ${name}` },
    told: "h1",
    texts: (name = "stranger") => [`Hello, ${name}`],
  },
});
