export { useSession, useSessionClient } from "@sojourn/vue";
export { useCallbackUrl } from "./use-callback-url.ts";
