import { DecoratedSession } from "@/components/decorated-session";
import { Player } from "@/components/player";

export default function TeamPage() {
  return (
    <DecoratedSession>
      <h1>Team</h1>
      <Player />
    </DecoratedSession>
  );
}
