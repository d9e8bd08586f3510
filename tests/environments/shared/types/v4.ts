// What next-auth 4 and the first betas of 5 declare, and so their users expect.
import type * as theirs from "next-auth/react";
import { getCsrfToken, getProviders, signIn, type SignInResponse, signOut } from "@sojourn/react";
import { same } from "./known.js";

export async function signsIn(): Promise<void> {
  const redirected = await signIn("credentials", { username: "ada" });
  same<theirs.SignInResponse | undefined, typeof redirected>("same");
  void redirected?.error;
  const staying = await signIn("credentials", { redirect: false });
  same<theirs.SignInResponse | undefined, typeof staying>("same");
  const named = await signIn<"credentials">("credentials", { redirect: false });
  same<typeof staying, typeof named>("same");
  same<theirs.SignInResponse, SignInResponse>("same");
  const { url } = await signOut({ redirect: false });
  same<string, typeof url>("same");
  const token = await getCsrfToken();
  same<Awaited<ReturnType<typeof theirs.getCsrfToken>>, typeof token>("same");
  const providers = await getProviders();
  same<Awaited<ReturnType<typeof theirs.getProviders>>, typeof providers>("same");
}

same<ReturnType<typeof theirs.signIn>, ReturnType<typeof signIn>>("same");
same<Parameters<typeof theirs.signIn>, Parameters<typeof signIn>>("same");
same<ReturnType<typeof theirs.signOut>, ReturnType<typeof signOut>>("same");
same<Parameters<typeof theirs.signOut>, Parameters<typeof signOut>>("same");
