import { auth } from "./auth";

export const proxy = auth((request) => {
  if (request.nextUrl.pathname === "/name")
    return Response.json({ name: request.auth?.user?.name });
});

export const config = { matcher: ["/name"] };
