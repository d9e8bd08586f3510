import { SignInByHand } from "shared/sign-in";
import type { Metadata } from "next";
import { Page } from "../../components/page";

export const metadata: Metadata = { title: "signIn() by hand" };

export default function ProviderFlows() {
  return (
    <Page
      title="signIn() by hand"
      lead="Call signIn with arguments of your choice, and see what it says."
    >
      <SignInByHand />
    </Page>
  );
}
