export { signIn, useSession } from "next-auth/react";
