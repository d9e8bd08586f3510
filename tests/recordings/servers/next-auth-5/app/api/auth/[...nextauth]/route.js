import NextAuth, { CredentialsSignin } from "next-auth";
import { encode } from "next-auth/jwt";
import { createOptions } from "../../../../create-options.mjs";

class Locked extends CredentialsSignin {
  code = "locked";
}

export const {
  handlers: { GET, POST },
} = NextAuth(() => createOptions({ encode, Locked }));
