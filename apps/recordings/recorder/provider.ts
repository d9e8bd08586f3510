import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Starts what stands in for GitHub: whoever comes with a code is Grace. */
export async function startProvider(): Promise<{ url: string; stop(): void }> {
  const answers: Record<string, object> = {
    "/token": { access_token: "not-a-secret", token_type: "bearer" },
    "/userinfo": { sub: "2", name: "grace", email: "grace@example.com" },
  };
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? "/", "http://provider").pathname];
    response.writeHead(answer ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}
