/** The handlers of next-auth 5, beside those of 4. */
export { GET, POST } from "../../../../../auth-5.ts";
