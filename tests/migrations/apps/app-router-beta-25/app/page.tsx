import Link from "next/link";
import { auth } from "@/auth";
import { EditButton } from "@/components/edit-button";

export default async function HomePage() {
  const session = await auth();
  return (
    <>
      <h1>{session ? `Articles of ${session.user.name}` : "Articles"}</h1>
      <EditButton />
      <Link href="/settings" prefetch={false}>
        Settings
      </Link>
    </>
  );
}
