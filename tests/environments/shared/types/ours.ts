export { signIn, useSession } from "@sojourn/react";
