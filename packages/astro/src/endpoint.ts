import { reportFailedReads } from "@sojourn/core/server";
import type { APIRoute } from "astro";
import { handler, sessionCookie } from "virtual:sojourn/server";

const answer = handler && reportFailedReads(handler, sessionCookie);

/** Answers the requests to the auth server. */
export const ALL: APIRoute = async ({ request }) =>
  answer ? answer(request) : new Response(null, { status: 404 });
