let user = null;

export function signInAs(name) {
  user = { name };
}

export function useSession() {
  return user
    ? { data: { user }, status: "authenticated" }
    : { data: null, status: "unauthenticated" };
}

export const signIn = () => signInAs("Grace");
export const signOut = () => (user = null);
