export { signIn } from "next-auth/react";
