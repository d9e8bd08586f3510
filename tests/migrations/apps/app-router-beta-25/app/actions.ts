"use server";

import { AuthError } from "next-auth";
import { signIn, signOut } from "@/auth";

export async function enter(_: string | undefined, form: FormData): Promise<string | undefined> {
  const { username, password } = Object.fromEntries(form);
  try {
    await signIn("credentials", { username, password, redirectTo: "/" });
    return undefined;
  } catch (error) {
    if (error instanceof AuthError) return `Refused: ${error.type}`;
    throw error;
  }
}

export async function leave(): Promise<void> {
  await signOut({ redirectTo: "/" });
}
