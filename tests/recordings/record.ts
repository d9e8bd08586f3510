import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchanges } from "./exchanges/exchange.ts";
import { topics } from "./exchanges/topics.ts";
import { type Answer, readAnswer } from "./recorder/answer.ts";
import { formatAnswers } from "./recorder/format-answers.ts";
import { play } from "./recorder/play.ts";
import { startProvider } from "./recorder/provider.ts";
import {
  exchangesFor,
  folder as recordings,
  formatVersions,
  versionsPath,
} from "./recorder/recordings.ts";
import { type ServerKind, type ServerName, servers } from "./recorder/servers.ts";
import { startServer } from "./recorder/start-server.ts";
import { createStateFile, type StateFile } from "./recorder/state-file.ts";
import type { Target } from "./recorder/target.ts";

const provider = await startProvider();

async function ask(kind: ServerKind, target: Target, state: StateFile, into: string) {
  const addresses = [
    [target.authUrl, "<auth>"],
    [target.origin, "<app>"],
    [provider.url, "<provider>"],
  ] as const;
  for (const [topic, exchanges] of Object.entries<Exchanges>(topics)) {
    const answers: Record<string, Answer> = {};
    for (const [title, exchange] of exchangesFor(kind, exchanges)) {
      state.reset();
      answers[title] = await readAnswer(await play(exchange, target), addresses);
    }
    const path = join(into, `${topic}.json`);
    if (Object.keys(answers).length) writeFileSync(path, formatAnswers(answers));
  }
}

async function record(name: ServerName): Promise<void> {
  const kind = servers[name];
  const state = createStateFile();
  try {
    const target = await startServer(kind, state, provider.url);
    const folder = join(recordings, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(versionsPath(name), formatVersions(kind));
    await ask(kind, target, state, folder);
    await target.stop();
  } finally {
    state.remove();
  }
}

const names = Object.keys(servers) as ServerName[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((it) => it === name));
if (unknown.length) throw new Error(`no such server: ${unknown.join()}; there are ${names.join()}`);
for (const name of names) {
  if (asked.length && !asked.includes(name)) continue;
  await record(name);
  process.stdout.write(`recorded ${name}\n`);
}
await provider.stop();
