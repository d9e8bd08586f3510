import { useSession } from "@sojourn/react";
import type { GetServerSideProps } from "next";
import type { Session } from "next-auth";
import { getServerSession } from "next-auth/next";
import { authOptions } from "../auth";
import { Page } from "../components/page";
import { SessionClock } from "../components/session-clock";
import type { AppPage } from "../types/page";

const code = `
export const getServerSideProps = async ({ req, res }) => ({
  props: { session: await getServerSession(req, res, authOptions) },
});

// _app.tsx
<SessionProvider session={pageProps.session}>
`;

const ServerRendered: AppPage = () => {
  const { data: session } = useSession();

  return (
    <Page
      title={session ? `Hello, ${session.user.name}` : "Hello, stranger"}
      lead="The server rendered this page with your session in it. Your browser has asked for no session: look at the network tab, and reload."
      code={code}
    >
      <SessionClock />
    </Page>
  );
};

export const getServerSideProps: GetServerSideProps<{ session: Session | null }> = async ({
  req,
  res,
}) => ({
  props: { session: await getServerSession(req, res, authOptions) },
});

export default ServerRendered;
