import type { GetServerSideProps } from "next";
import { getServerSession, type Session } from "next-auth";
import { authOptions } from "../lib/auth-options";

export const getServerSideProps: GetServerSideProps<{ session: Session | null }> = async (
  context,
) => {
  return { props: { session: await getServerSession(context.req, context.res, authOptions) } };
};

/** The session is the provider's: `_app` does not hand it on. */
export default function Server() {
  return <h1>Rendered on the server</h1>;
}
