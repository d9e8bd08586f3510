import type { ReactElement } from "react";
import { useSession } from "next-auth/react";

/** Shows its children to those who are signed in, and sends the others to the sign-in page. */
export function Auth({ children }: { children: ReactElement }) {
  const { status } = useSession({ required: true });
  return status === "loading" ? <p>Who are you?</p> : children;
}
