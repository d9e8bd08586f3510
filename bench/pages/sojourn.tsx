import { createSessionClient } from "@sojourn/core";
import {
  getSession,
  prepareSignIn,
  SessionProvider,
  signIn,
  signOut,
  useSession,
} from "@sojourn/react";
import { type Binding, renderedSession } from "./app.tsx";
import { mount } from "./mount.tsx";

// A session that is known: a hundred clients make no request.
const createClient = () => createSessionClient({ session: renderedSession() as never }).subscribe;

// Their types differ in what a page like this does not use.
const binding = {
  getSession,
  prepareSignIn,
  SessionProvider,
  signIn,
  signOut,
  useSession,
} as unknown as Binding;
export default mount({ ...binding, createClient });
