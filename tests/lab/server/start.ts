import { type DialectName, dialects } from "./dialects.ts";
import { startLabServer } from "./lab-server.ts";
import { users } from "./users.ts";

const [asked = "v5"] = process.argv.slice(2);
const dialect = asked in dialects ? (asked as DialectName) : "v5";
const { url } = await startLabServer({ dialect, port: 4000 });

const accounts = Object.entries(users).map(([name, { password }]) => `  ${name} / ${password}`);
process.stdout.write(`An Auth.js server that speaks as ${dialect} does: ${url}/pages/index.html\n`);
process.stdout.write(`${accounts.join("\n")}\nCtrl-C stops it.\n`);
