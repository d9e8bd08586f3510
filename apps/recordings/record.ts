import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchanges } from "./exchanges/exchange.ts";
import { topics } from "./exchanges/topics.ts";
import { type Answer, readAnswer } from "./recorder/answer.ts";
import { formatAnswers } from "./recorder/format-answers.ts";
import { play } from "./recorder/play.ts";
import { startProvider } from "./recorder/provider.ts";
import { exchangesFor, folder as recordings } from "./recorder/recordings.ts";
import { type ServerKind, type ServerName, servers } from "./recorder/servers.ts";
import { startServer } from "./recorder/start-server.ts";
import { createStateFile } from "./recorder/state-file.ts";

const provider = await startProvider();

async function record(name: ServerName, kind: ServerKind): Promise<void> {
  const state = createStateFile();
  const target = await startServer(kind, state, provider.url);
  const places = [
    [target.authUrl, "<auth>"],
    [target.origin, "<app>"],
    [provider.url, "<provider>"],
  ] as const;
  const folder = join(recordings, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [topic, exchanges] of Object.entries<Exchanges>(topics)) {
    const answers: Record<string, Answer> = {};
    for (const [title, exchange] of exchangesFor(kind, exchanges)) {
      state.reset();
      answers[title] = await readAnswer(await play(exchange, target), places);
    }
    const path = join(folder, `${topic}.json`);
    if (Object.keys(answers).length) writeFileSync(path, formatAnswers(answers));
  }
  await target.stop();
  state.remove();
}

const asked = process.argv.slice(2);
const names = Object.keys(servers) as ServerName[];
for (const name of asked.length ? names.filter((it) => asked.includes(it)) : names) {
  await record(name, servers[name]);
  process.stdout.write(`recorded ${name}\n`);
}
provider.stop();
