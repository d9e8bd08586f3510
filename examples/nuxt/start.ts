// Nitro listens at PORT, and without HOST at all addresses.
process.env["HOST"] ??= "127.0.0.1";
await import(new URL(".output/server/index.mjs", import.meta.url).href);
