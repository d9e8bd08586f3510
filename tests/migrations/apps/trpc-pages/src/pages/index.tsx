import Head from "next/head";
import Link from "next/link";
import { AuthShowcase } from "~/components/auth-showcase";
import { api } from "~/utils/api";

export default function Home() {
  const hello = api.hello.useQuery({ text: "from tRPC" });
  return (
    <main>
      <Head>
        <title>Home</title>
      </Head>
      <p>{hello.data ? hello.data.greeting : "Loading tRPC query …"}</p>
      <AuthShowcase />
      <Link href="/notes">Notes</Link>
    </main>
  );
}
