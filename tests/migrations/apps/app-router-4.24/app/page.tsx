import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";
import { displayName } from "@/lib/display-name";

export default async function HomePage() {
  const session = await getServerSession(authOptions);
  return <h1>Hello, {displayName(session)}</h1>;
}
