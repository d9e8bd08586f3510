import { auth } from "@/auth";
import { Panel } from "@/components/panel";
import { Providers } from "@/components/providers";

export default async function ServerPage() {
  return (
    <Providers session={await auth()}>
      <h1>Rendered on the server</h1>
      <Panel />
    </Providers>
  );
}
