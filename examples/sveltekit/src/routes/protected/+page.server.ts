import { error } from "@sveltejs/kit";
import type { PageServerLoad } from "./$types";

// The guard is in `hooks.server.ts`. Without this `load`, a soft navigation would not ask the server.
export const load: PageServerLoad = async ({ locals }) => {
  const session = await locals.readSession();
  if (!session) error(503, "Your session could not be read. Please try again.");
  return { name: session.user?.name };
};
