import type { Provider } from "@auth/core/providers";
import Nodemailer from "@auth/core/providers/nodemailer";
import Passkey from "@auth/core/providers/passkey";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { adapter } from "./adapter.ts";
import { userHandleOf } from "./user-handle.ts";
import { verifyRegistrationResponse } from "./verify-registration.ts";

const {
  EMAIL_FROM: from,
  EMAIL_SERVER: mailServer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_ISSUER: issuer,
} = process.env;

const openId: Provider[] =
  issuer && clientId && clientSecret
    ? [{ id: "openid", name: "OpenID", type: "oidc", issuer, clientId, clientSecret }]
    : [];

const email: Provider[] =
  adapter && mailServer && from
    ? [
        Nodemailer({
          id: "email",
          name: "Email",
          server: mailServer,
          from,
          sendVerificationRequest(parameters) {
            const sent = Nodemailer({ server: mailServer }).sendVerificationRequest(parameters);
            // Auth.js looks at this promise late: a mail server out of reach would end the process.
            Promise.resolve(sent).catch(() => {});
            return sent;
          },
        }),
      ]
    : [];

/** The server has to set `experimental.enableWebAuthn` as well. */
const passkey: Provider[] = adapter
  ? [
      Passkey({
        // With "required", no browser creates a passkey without asking. Nobody is verified then.
        registrationOptions: {
          authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
        },
        verifyRegistrationOptions: { requireUserVerification: false },
        simpleWebAuthn: {
          generateAuthenticationOptions,
          // Auth.js would give each passkey a random id of the user. By one that stays, the browser
          // can be told of all passkeys of a user.
          generateRegistrationOptions: (options) =>
            generateRegistrationOptions({ ...options, userID: userHandleOf(options.userName) }),
          verifyAuthenticationResponse,
          verifyRegistrationResponse,
        },
      }),
    ]
  : [];

/** The provider flows of an Auth.js v5 server for which the environment has what they need. */
export const providerFlows: Provider[] = [...openId, ...email, ...passkey];
