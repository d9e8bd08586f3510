// An edge function as the platform wraps it.
import { read } from "./reader.js";

addEventListener("fetch", (event) => {
  event.respondWith(read(event.request, process.env.AUTH_URL).then((data) => Response.json(data)));
});
