import { createSession } from "@sojourn/testing";

/**
 * Whose cookie has which value. `down` stands for a server that fails, and `unread` for one whose
 * database is down, which answers as Auth.js does.
 */
async function answer(request: Request): Promise<Response> {
  const [, name = ""] = /session=(\w+)/.exec(request.headers.get("cookie") ?? "") ?? [];
  if (name === "down") return new Response("down", { status: 500 });
  if (name === "unread") return Response.json(null);
  // Requests overtake one another.
  await new Promise((resolve) => setTimeout(resolve, name === "Ada" ? 10 : 0));
  const session = name ? { ...createSession({ name }), token: "of the server" } : null;
  return Response.json(session, { headers: { "Set-Cookie": `session=${name}; renewed` } });
}

// oxlint-disable-next-line import/no-default-export -- what the integration imports
export default answer;
