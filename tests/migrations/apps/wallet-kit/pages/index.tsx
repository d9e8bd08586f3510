import { Panel } from "../components/panel";

export default function Home() {
  return (
    <main>
      <h1>Prerendered</h1>
      <Panel />
    </main>
  );
}
