import type { Http } from "../../api/http.ts";
import { SessionFetchError } from "../../errors.ts";
import type { MutationPorts } from "../../mutations/ports.ts";
import { signOut } from "../../mutations/sign-out.ts";
import type { SignOutOptions } from "../../types/sign-in.ts";

/**
 * Signs out as `signOut` does, but asks again right before each POST. Between the token and the POST
 * the page may have frozen, and somebody else may have signed in, whose cookie the POST would have.
 *
 * @throws SessionFetchError `aborted` if it may not go on; and as `signOut`
 */
export function postIdleSignOut(
  ports: MutationPorts,
  options: SignOutOptions,
  mayGoOn: () => boolean,
): Promise<unknown> {
  const http: Http = async (endpoint, controller, body) => {
    // Messages that have waited in a frozen page arrive first.
    if (body) await ports.page.pause();
    const { own, newest } = ports.session.get().mutations;
    // The session knows of tabs that have no idle timer.
    if (body && !(mayGoOn() && own === newest)) throw new SessionFetchError("aborted");
    return ports.http(endpoint, controller, body);
  };
  // It is not the same request as a sign-out by hand, which is for whoever is signed in.
  return ports.enqueue("mutation", ["out", options, "idle"], () =>
    ports.whenShown(() => signOut({ ...ports, http }, options)),
  );
}
