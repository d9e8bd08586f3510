import type { APIRoute } from "astro";
import { handler } from "virtual:sojourn/server";

/** Answers the requests to the auth server. */
export const ALL: APIRoute = async ({ request }) =>
  handler ? handler(request) : new Response(null, { status: 404 });
