import { createMiddleware } from "@solidjs/start/middleware";

/**
 * Nitro has everything below `/_build/assets` cached for everybody and for good, also what is not
 * there. It must not be a page, which has the user in it.
 */
export default createMiddleware({
  onRequest({ request }) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/_build/")) return new Response(null, { status: 404 });
  },
});
