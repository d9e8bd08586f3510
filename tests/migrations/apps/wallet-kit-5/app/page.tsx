import { Panel } from "@/components/panel";
import { Providers } from "@/components/providers";

export default function HomePage() {
  return (
    <Providers>
      <h1>Prerendered</h1>
      <Panel />
    </Providers>
  );
}
