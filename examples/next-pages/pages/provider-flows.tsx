import { SignInByHand } from "shared/sign-in";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
const { ok, status, error, code, url } = await signIn(
  "openid",
  { callbackUrl: "/", redirect: false },
  { prompt: "login", login_hint: "ada@example.com" },
);
`;

const ProviderFlows: AppPage = () => (
  <Page
    title="Every provider flow"
    lead="Call signIn() with whatever you like, and see what it makes of it. Providers here are credentials, openid and email, as far as the server has them."
    code={code}
  >
    <SignInByHand />
  </Page>
);

export default ProviderFlows;
