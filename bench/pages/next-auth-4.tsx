import { getSession, SessionProvider, signIn, signOut, useSession } from "next-auth/react";
import type { Binding } from "./app.tsx";
import { mount } from "./mount.tsx";

// Their types differ in what a page like this does not use.
export default mount({
  getSession,
  SessionProvider,
  signIn,
  signOut,
  useSession,
} as unknown as Binding);
