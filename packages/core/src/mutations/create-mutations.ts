import type { SessionBase } from "../types/session.ts";
import type {
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
} from "../types/sign-in.ts";
import { withoutForm } from "../api/to-json.ts";
import { createTurns } from "./create-turns.ts";
import type { MutationContext } from "./mutation-context.ts";
import { signInByPopup } from "./sign-in-by-popup.ts";
import { prove, signIn } from "./sign-in.ts";
import { confirmSignOut, signOut } from "./sign-out.ts";
import { update } from "./update.ts";

/** Everything that changes the session on the server. */
export interface Mutations {
  signIn(
    id?: string,
    options?: SignInOptions | FormData,
    params?: SignInAuthorizationParams,
  ): Promise<SignInResponse | undefined>;
  signOut(options?: SignOutOptions): Promise<SignOutResponse | undefined>;
  update(data?: unknown): Promise<SessionBase | null>;
}

/** @param whileShown waits until the page is shown, and keeps all running until the work is done */
export function createMutations(
  context: MutationContext,
  whileShown: <T>(work: () => Promise<T>) => Promise<T>,
): Mutations {
  const inTurn = createTurns();
  const inCeremony = createTurns();
  const inPopup = createTurns(false);

  async function confirm(user: SessionBase): Promise<void> {
    // The machine is to be done with what it has heard.
    await Promise.resolve();
    const target = context.pageUrl();
    await inTurn("confirm", [], () =>
      // A tab that hears late has more to hear, and lets nobody read meanwhile.
      whileShown(() => confirmSignOut(context, user, target, context.pause())),
    );
  }

  context.on("revived", (user: SessionBase) => void confirm(user));

  return {
    signIn(id, given, params) {
      // The fields of a form are the provider's, like all that we do not know.
      const options = withoutForm(given ?? {}) as SignInOptions;
      const asked = [id, options, params && String(new URLSearchParams(params))];
      // A popup may be open for long, and nothing else has to wait for it.
      if (id && options?.popup) {
        return inPopup("in", asked, () =>
          whileShown(() => signInByPopup(context, id, options, params)),
        );
      }
      const post = (proof?: Record<string, string>): Promise<SignInResponse | undefined> =>
        inTurn("in", [...asked, proof], () =>
          whileShown(() => signIn(context, id, options, params, proof)),
        );
      if (!id || !options?.ceremony) return post();
      // Nor does it wait for a passkey. A doubled click asks for one all the same.
      return inCeremony("in", asked, () =>
        whileShown(async () => post(await prove(context, id, options))),
      );
    },
    signOut: (options) =>
      inTurn("out", [options], () => whileShown(() => signOut(context, options ?? {}))),
    update: (data) => whileShown(() => update(context, data)),
  };
}
