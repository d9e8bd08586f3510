import { getSession, SessionProvider, signIn, signOut, useSession } from "./hooks/swr.tsx";
import type { Binding } from "./app.tsx";
import { mount } from "./mount.tsx";

const hook = { getSession, SessionProvider, signIn, signOut, useSession };
// Their types differ in what a page like this does not use.
export default mount(hook as unknown as Binding);
