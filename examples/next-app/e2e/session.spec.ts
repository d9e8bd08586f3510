import { testSession } from "shared/e2e";

testSession({
  name: "next-app",
  others: ["/", "/server"],
  publicPage: "/server",
  landings: ["/profile"],
  hasRouter: true,
  rendersSession: true,
  refusedName: /^The server didn’t accept that/,
  failedName: /^That didn’t get through/,
  next: {
    greeting: { path: "/protected", heading: (name) => `For your eyes, ${name}` },
    told: 'dt:text-is("auth") + dd, dt:text-is("getSession") + dd',
    texts: (name = "nobody") => [name, name],
  },
});
