export { guestGuard } from "./router/guest-guard.ts";
export { reloadOnChange } from "./router/reload-on-change.ts";
export { signedInGuard } from "./router/signed-in-guard.ts";
