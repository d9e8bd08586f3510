// Starts what the adapter for Node has built, at `PORT` of the loopback.
const { env } = process;
env["PORT"] ??= "3000";
env["HOST"] ??= "127.0.0.1";
// Without it, SvelteKit takes its own address to be one of https.
env["ORIGIN"] ??= env["AUTH_URL"] ?? `http://localhost:${env["PORT"]}`;

await import(new URL("dist/index.js", import.meta.url).href);
