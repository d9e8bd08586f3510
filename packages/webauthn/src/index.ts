export { WebAuthnError, type WebAuthnErrorCode } from "@simplewebauthn/browser";
export { performCeremony } from "./perform-ceremony.ts";
export { signInWithPasskey, type PasskeyOptions } from "./sign-in-with-passkey.ts";
