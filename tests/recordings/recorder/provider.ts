import { serve } from "../../provider-flows/servers/listen.ts";

/** Starts what stands in for GitHub: whoever comes with a code is Grace. */
export async function startProvider(): Promise<{ url: string; stop(): Promise<void> }> {
  const answers: Record<string, object> = {
    "/token": { access_token: "not-a-secret", token_type: "bearer" },
    "/userinfo": { sub: "2", name: "grace", email: "grace@example.com" },
  };
  const { port, close } = await serve((request, response) => {
    const answer = answers[new URL(request.url ?? "/", "http://provider").pathname];
    response.writeHead(answer ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  return { url: `http://127.0.0.1:${port}`, stop: close };
}
