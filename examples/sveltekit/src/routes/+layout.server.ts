import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, untrack, url }) => {
  const session = locals.readSession();
  // There the page's shell does not wait for the session. Elsewhere the user is in the HTML.
  const isStreamed = untrack(() => url.pathname === "/streamed");
  return { session: isStreamed ? session : await session };
};
