// Says for each entry of next-auth whether what the shim hands on is the very same, but for the client.
import { readdirSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

// Next has no `exports`, so Node by itself does not find what next-auth imports from it.
registerHooks({
  resolve: (name, context, next) => next(/^next\/\w+$/.test(name) ? `${name}.js` : name, context),
});

const shim = import.meta.resolve("next-auth");
const server = pathToFileURL(createRequire(shim).resolve("next-auth-server"));
const folder = fileURLToPath(new URL("providers", server));
const providers = readdirSync(folder)
  .filter((it) => it.endsWith(".js"))
  .map((it) => `providers/${it}`);
const files = ["index.js", "jwt.js", "next.js", "middleware.js", ...providers];
const load = (base, file) =>
  import(new URL(file, base)).then(
    (it) => ({ ...it }),
    ({ message }) => ({ message }), // Those of next-auth 4 say that they are gone.
  );

const others = [];
for (const file of files) {
  const [own, theirs] = [await load(shim, file), await load(server, file)];
  const names = new Set([...Object.keys(own), ...Object.keys(theirs)]);
  if (names.size === 0 || [...names].some((it) => own[it] !== theirs[it])) others.push(file);
}
const client = await load(shim, "react.js");
const missing = Object.keys(await load(server, "react.js")).filter((it) => !(it in client));
const passkeys = Object.keys(await load(shim, "webauthn.js"));
console.log(JSON.stringify({ count: files.length, others, missing, passkeys }));
