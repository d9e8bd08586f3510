import { createSessionHandle, toSignIn } from "@sojourn/svelte/kit/server";
import { redirect, type Handle } from "@sveltejs/kit";
import { sequence } from "@sveltejs/kit/hooks";
import { handle as authHandle } from "./auth.ts";

/** Pages for signed-in users. One that has a `load` on the server asks for its data each time. */
const protect: Handle = async ({ event, resolve }) => {
  const isProtected = event.route.id?.startsWith("/protected");
  // `undefined` is no answer, so it sends nobody away.
  if (isProtected && (await event.locals.readSession()) === null) redirect(303, toSignIn(event));
  return resolve(event);
};

export const handle: Handle = sequence(createSessionHandle(authHandle), protect);
