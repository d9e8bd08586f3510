// What Nitro has built listens at `HOST` and `PORT`.
process.env["HOST"] ??= "127.0.0.1";
// By a variable, because the compiler would look for a file that only a build writes.
const built = "../.output/server/index.mjs";
await import(built);
