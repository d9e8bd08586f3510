import type { GetServerSideProps } from "next";
import { getServerSession } from "next-auth/next";
import { Panel } from "../components/panel";
import { authOptions } from "../lib/auth-options";

export const getServerSideProps: GetServerSideProps = async ({ req, res }) => {
  return { props: { session: await getServerSession(req, res, authOptions) } };
};

export default function Server() {
  return (
    <main>
      <h1>Rendered on the server</h1>
      <Panel />
    </main>
  );
}
