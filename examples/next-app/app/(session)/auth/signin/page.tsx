import { DemoUsers } from "shared/components";
import type { Metadata } from "next";
import { SignIn } from "./sign-in";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/auth/signin">) {
  const { callbackUrl, error } = await searchParams;

  return (
    <SignIn callbackUrl={firstOf(callbackUrl)} error={firstOf(error)}>
      <DemoUsers />
    </SignIn>
  );
}

function firstOf(value: string | string[] | undefined) {
  return (typeof value === "object" ? value[0] : value) ?? null;
}
