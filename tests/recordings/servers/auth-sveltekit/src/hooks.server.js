import { CredentialsSignin } from "@auth/core/errors";
import { encode } from "@auth/core/jwt";
import { SvelteKitAuth } from "@auth/sveltekit";
import { createOptions } from "../create-options.mjs";

class Locked extends CredentialsSignin {
  code = "locked";
}

export const { handle } = SvelteKitAuth(async () => createOptions({ encode, Locked }));
