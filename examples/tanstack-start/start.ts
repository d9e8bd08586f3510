// Nitro's server listens at all addresses by default.
process.env["HOST"] ??= "127.0.0.1";
// The build writes it.
await import(new URL(".output/server/index.mjs", import.meta.url).href);
