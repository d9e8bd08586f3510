// What a server does with a request, in each of the runtimes: reads the session, and renders a page.
import { createRequestClient } from "@sojourn/core";
import { getProviders, getSession, SessionProvider, useSession } from "@sojourn/react";
import { createElement as h } from "react";
import { renderToReadableStream } from "react-dom/server";

function Name() {
  const { data, status } = useSession();
  return h("p", null, data?.user?.name ?? status);
}

async function render(session) {
  const stream = await renderToReadableStream(h(SessionProvider, { session }, h(Name)));
  return new Response(stream).text();
}

export async function read(request, baseUrl) {
  const session = await createRequestClient(request, { baseUrl }).getSession();
  // These have the address of an environment variable, where the runtime has such variables.
  const byRequest = await getSession({ req: request });
  const byHeaders = await getSession({ headers: request.headers });
  const providers = await getProviders();
  return {
    names: [session, byRequest, byHeaders].map((it) => it?.user?.name ?? null),
    providers: Object.keys(providers ?? {}),
    html: [await render(session), await render(null), await render(undefined)],
  };
}
