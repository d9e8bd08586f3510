/** The same handlers, for an app that has them elsewhere: `NEXTAUTH_URL` says where. */
export { GET, POST } from "../../../../api/auth/[...nextauth]/route.ts";
