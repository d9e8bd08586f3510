"use server";

import { AuthError } from "next-auth";
import { signIn, signOut } from "../../auth";

/** Signs in, and goes to another page; returns the error where that fails. */
export async function signInAndLeave(_: string | undefined, form: FormData) {
  return errorOf(() => signIn("credentials", { ...fieldsOf(form), redirectTo: "/server" }));
}

/** Signs in, and stays; returns the error where that fails. */
export async function signInAndStay(form: FormData) {
  return errorOf(() => signIn("credentials", { ...fieldsOf(form), redirect: false }));
}

export async function signOutAndLeave() {
  await signOut({ redirectTo: "/server" });
}

/** Going where one is renders the layout anew, and loads no page. */
export async function signOutAndStay() {
  await signOut({ redirectTo: "/actions" });
}

function fieldsOf(form: FormData) {
  return { username: form.get("username"), password: form.get("password") };
}

async function errorOf(work: () => Promise<void>) {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof AuthError) return error.type;
    // How Next is told to go to another page.
    throw error;
  }
}
