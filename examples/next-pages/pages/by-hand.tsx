import { getCsrfToken } from "@sojourn/react";
import { useEffect, useState } from "react";
import { Loading } from "shared/components";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
const [csrfToken, setCsrfToken] = useState<string>();
useEffect(() => {
  getCsrfToken().then(setCsrfToken);
}, []);

<form method="post" action="/api/auth/callback/credentials">
  <input type="hidden" name="csrfToken" value={csrfToken} />
`;

const ByHand: AppPage = () => {
  const [csrfToken, setCsrfToken] = useState<string>();
  const [isFailed, setIsFailed] = useState(false);

  useEffect(() => {
    getCsrfToken()
      .then(setCsrfToken)
      .catch(() => setIsFailed(true));
  }, []);

  return (
    <Page
      title="A form of your own"
      lead="You needn’t call signIn. A form that carries the CSRF token can go to the server the way forms always have."
      code={code}
    >
      {csrfToken ? (
        <form method="post" action="/api/auth/callback/credentials" className="form">
          <input type="hidden" name="csrfToken" value={csrfToken} />
          <input type="hidden" name="callbackUrl" value="/server" />
          <label htmlFor="username">Username</label>
          <input
            id="username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
          />
          <label htmlFor="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          <button className="button primary" type="submit">
            Post it
          </button>
        </form>
      ) : isFailed ? (
        <p className="form-error" role="alert">
          The server can’t be reached. Please reload the page.
        </p>
      ) : (
        <Loading>Fetching a token…</Loading>
      )}
    </Page>
  );
};

export default ByHand;
