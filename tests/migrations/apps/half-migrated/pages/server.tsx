import type { GetServerSideProps } from "next";
import { getServerSession, type Session } from "next-auth";
import { Invoices } from "../billing/invoices";
import { authOptions } from "../lib/auth-options";
import { Login } from "../legacy/login";

interface Props {
  session: Session | null;
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, res }) => {
  return { props: { session: await getServerSession(req, res, authOptions) } };
};

export default function Server({ session }: Props) {
  return (
    <main>
      <Login session={session} />
      <Invoices session={session} />
    </main>
  );
}
