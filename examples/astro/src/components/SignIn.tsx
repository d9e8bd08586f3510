import { withSession } from "@sojourn/astro/react";
import { SignInForms } from "shared/sign-in";
import { navigate } from "astro:transitions/client";

interface Props {
  callbackUrl: string;
  error: string | null;
}

function SignIn(props: Props) {
  return <SignInForms {...props} navigate={navigate} />;
}

export default withSession(SignIn);
