import { toSignIn } from "@sojourn/core/server";
import { defineMiddleware } from "astro:middleware";

export const onRequest = defineMiddleware(({ locals, request, redirect, url }, next) => {
  if (!url.pathname.startsWith("/protected") || locals.session) return next();
  if (locals.session === null) return redirect(toSignIn(request));
  // The session could not be read: that is no sign-out.
  return new Response("Please try again.", { status: 503 });
});
