import { AuthError } from "@auth/sveltekit";
import type { ClientSafeProvider } from "@sojourn/svelte";
import { fail } from "@sveltejs/kit";
import { signIn } from "../../../auth.ts";
import type { Actions, PageServerLoad } from "./$types";

/** The ways to sign in. SvelteKit asks the app's own handlers without a network. */
export const load: PageServerLoad = async ({ fetch }) => {
  const response = await fetch("/auth/providers");
  const list: Record<string, ClientSafeProvider> = response.ok ? await response.json() : {};
  // Passkeys need JavaScript; the other examples show them.
  const providers = Object.values(list).filter(({ type }) => type !== "webauthn");
  return { providers };
};

export const actions: Actions = {
  async signIn(event) {
    try {
      return await signIn(event);
    } catch (error) {
      if (error instanceof AuthError) return fail(400, { error: error.type });
      throw error;
    }
  },
};
