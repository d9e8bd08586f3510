// What next-auth 5 declares, and so its users expect.
import type * as theirs from "next-auth/react";
import { getCsrfToken, getProviders, signIn, type SignInResponse, signOut } from "@sojourn/react";
import { same } from "./known.js";

export async function signsIn(): Promise<void> {
  const away: void = await signIn("credentials", { username: "ada" });
  // @ts-expect-error: who leaves the page is told nothing
  void away?.error;
  const { error, code } = await signIn("credentials", { redirect: false });
  same<string | undefined, typeof error | typeof code>("same");
  same<theirs.SignInResponse, SignInResponse>("same");
  const { url } = await signOut({ redirect: false });
  same<string, typeof url>("same");
  const token = await getCsrfToken();
  same<string, typeof token>("same");
  const providers = await getProviders();
  same<Awaited<ReturnType<typeof theirs.getProviders>>, typeof providers>("same");
}

same<ReturnType<typeof theirs.signIn>, ReturnType<typeof signIn>>("same");
same<Parameters<typeof theirs.signIn>, Parameters<typeof signIn>>("same");
same<ReturnType<typeof theirs.signOut>, ReturnType<typeof signOut>>("same");
same<Parameters<typeof theirs.signOut>, Parameters<typeof signOut>>("same");
