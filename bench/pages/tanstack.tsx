import {
  createClient,
  getSession,
  SessionProvider,
  signIn,
  signOut,
  useSession,
} from "./hooks/tanstack.tsx";
import type { Binding } from "./app.tsx";
import { mount } from "./mount.tsx";

const hook = { createClient, getSession, SessionProvider, signIn, signOut, useSession };
// Their types differ in what a page like this does not use.
export default mount(hook as unknown as Binding);
