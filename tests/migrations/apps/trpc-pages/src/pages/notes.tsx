import type { GetServerSideProps } from "next";
import type { Session } from "next-auth";
import { Notes } from "~/components/notes";
import { getServerAuthSession } from "~/server/auth";

export const getServerSideProps: GetServerSideProps<{ session: Session | null }> = async (ctx) => ({
  props: { session: await getServerAuthSession(ctx) },
});

export default function NotesPage() {
  return <Notes />;
}
