export { WebAuthnError, type WebAuthnErrorCode } from "@simplewebauthn/browser";
export { registerPasskeyAutomatically } from "./automatic/register-passkey-automatically.ts";
export type { PasskeyAutofillOptions } from "./autofill/options.ts";
export { startPasskeyAutofill } from "./autofill/start-passkey-autofill.ts";
export { performCeremony } from "./perform-ceremony.ts";
export { signInWithPasskey, type PasskeyOptions } from "./sign-in-with-passkey.ts";
export {
  signalAllAcceptedCredentials,
  signalCurrentUserDetails,
  signalUnknownCredential,
} from "./signals.ts";
export type { PasskeyResponse, UsedPasskey } from "./used-passkey.ts";
