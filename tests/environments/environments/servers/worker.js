// A module of Cloudflare Workers.
import { read } from "./reader.js";

export default {
  async fetch(request, env) {
    return Response.json(await read(request, env.AUTH_URL));
  },
};
