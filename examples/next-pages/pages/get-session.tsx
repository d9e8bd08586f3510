import { type ClientSafeProvider, getCsrfToken, getProviders, getSession } from "@sojourn/react";
import type { GetServerSideProps } from "next";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
export const getServerSideProps = async ({ req }) => {
  const session = await getSession({ req });
  const csrfToken = await getCsrfToken({ req });
  const providers = await getProviders();
`;

interface Props {
  name: string | null;
  csrfToken: string | null;
  providers: ClientSafeProvider[];
}

const AskedOnAServer: AppPage<Props> = ({ name, csrfToken, providers }) => (
  <Page
    title="Asked on a server"
    lead="The functions of the client also work in getServerSideProps. They forward this user’s cookie, and keep nothing for the next."
    code={code}
  >
    <dl className="facts">
      <dt>getSession</dt>
      <dd>{name ? <>The server was told: {name}</> : "The server was told: nobody"}</dd>
      <dt>getProviders</dt>
      <dd>
        {providers.map((provider) => `${provider.name} (${provider.id})`).join(", ") || "none"}
      </dd>
      <dt>getCsrfToken</dt>
      <dd>
        <code>{csrfToken ? `${csrfToken.slice(0, 12)}…` : "none"}</code>
      </dd>
    </dl>
    {name && csrfToken && (
      <form method="post" action="/api/auth/signout" className="form">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value="/get-session" />
        <p>With that token, a form needs no script at all:</p>
        <button className="button" type="submit">
          Sign out by a plain form
        </button>
      </form>
    )}
  </Page>
);

export const getServerSideProps: GetServerSideProps<Props> = async ({ req }) => {
  const session = await getSession({ req });
  const csrfToken = await getCsrfToken({ req });
  const providers = await getProviders();

  return {
    props: {
      name: session?.user.name ?? null,
      csrfToken: csrfToken ?? null,
      providers: Object.values(providers ?? {}),
    },
  };
};

export default AskedOnAServer;
