import Link from "next/link";
import { Player } from "@/components/player";

export default function HomePage() {
  return (
    <>
      <h1>Players</h1>
      <Player />
      <Link href="/enter">Enter</Link> <Link href="/team">Team</Link>
    </>
  );
}
