import { writeShim } from "../../scripts/shim.ts";

writeShim(import.meta.dirname, {
  "/react": "@sojourn/react",
  "/webauthn": "@sojourn/webauthn/react",
});
