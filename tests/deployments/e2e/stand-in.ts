import { createProxyServer } from "http-proxy-3";
import { serve } from "provider-flows/listen";

/** Deals requests out to servers in turn as nginx does, where there is no nginx. */
export async function startStandIn(port: number, upstreams: string[]) {
  const proxy = createProxyServer({ xfwd: true });
  proxy.on("proxyRes", (answer, request) => {
    answer.headers["x-served-by"] = request.headers["x-upstream"];
  });
  let turn = 0;
  const { close } = await serve((request, response) => {
    const upstream = upstreams[turn++ % upstreams.length];
    request.headers["x-upstream"] = upstream;
    proxy.web(request, response, { target: `http://${upstream}` });
  }, port);
  return { name: "http-proxy-3", stop: close };
}
