import { SignInForms } from "shared/sign-in";
import { navigate } from "astro:transitions/client";

interface Props {
  callbackUrl: string;
  error: string | null;
}

export default function SignIn(props: Props) {
  return <SignInForms {...props} navigate={navigate} />;
}
