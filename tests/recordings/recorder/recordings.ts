import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchange, Exchanges } from "../exchanges/exchange.ts";
import type { Topic } from "../exchanges/topics.ts";
import type { Answer } from "./answer.ts";
import type { ServerKind, ServerName } from "./servers.ts";

/** Where the answers of all servers are. */
export const folder: string = join(import.meta.dirname, "../recordings");

/** The exchanges of a topic that a server is asked. */
export function exchangesFor({ sessions }: ServerKind, exchanges: Exchanges): [string, Exchange][] {
  const all = Object.entries(exchanges);
  return sessions === "jwt" ? all : all.filter(([, { isAboutSessions }]) => isAboutSessions);
}

/** What a server has answered, by the names of the exchanges. */
export function readAnswers(server: ServerName, topic: Topic): Record<string, Answer> {
  const path = join(folder, server, `${topic}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, Answer>) : {};
}

/** Where a recording says what its server was made of. */
export function versionsPath(server: ServerName): string {
  return join(folder, server, "versions.json");
}

/** What a server is made of, as its recording says it. */
export function formatVersions({ dependencies }: ServerKind): string {
  return `${JSON.stringify(dependencies, null, 2)}\n`;
}
