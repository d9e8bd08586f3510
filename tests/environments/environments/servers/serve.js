// Bun and Deno run this as it is. It prints its port, and ends after one request.
import process from "node:process";
import { read } from "./reader.js";

async function answer(request) {
  const data = await read(request, process.env.AUTH_URL);
  return Response.json(data);
}

const options = { port: 0, hostname: "127.0.0.1" };
if (globalThis.Deno) {
  const onListen = ({ port }) => console.log(`port ${port}`);
  Deno.serve({ ...options, onListen }, answer);
} else {
  console.log(`port ${Bun.serve({ ...options, fetch: answer }).port}`);
}
