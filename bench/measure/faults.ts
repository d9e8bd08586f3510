import type { Page } from "@playwright/test";
import { expectUser, signIn, signOut } from "../../tests/lab/e2e/tabs.ts";
import { letTimePass } from "../../tests/lab/e2e/world.ts";
import { faults } from "../../tests/lab/server/faults.ts";
import type { BenchWorld } from "../browser/bench-world.ts";
import { clients } from "../clients.ts";
import type { Findings } from "../results.ts";
import { collectRows, type Note } from "./row-collector.ts";

/** Long enough for two polls of each client: SWR polls each 2 s. */
const POLLS_MS = 3500;
const HANG_MS = 12_000;
const SHORT_AGE_S = 4;
/** For what a tab does at once. */
const MOMENT_MS = 1000;

/** What a tab says of its user. */
async function read(tab: Page): Promise<string> {
  const text = (await tab.getByRole("status").textContent()) ?? "";
  if (text === "unauthenticated") return "signed out";
  return text === "loading" ? text : `signed in: ${text.split(" ")[0]}`;
}

async function readFresh({ open, path }: BenchWorld): Promise<string> {
  const tab = await open(path);
  await letTimePass(MOMENT_MS);
  const text = await read(tab);
  await tab.close();
  return text;
}

async function failPolls({ server, open, path }: BenchWorld, note: Note): Promise<void> {
  const tab = await open(`${path}?refetchInterval=1`);
  await expectUser([tab], "ada");
  server.fault = faults["500"];
  await letTimePass(POLLS_MS);
  note("polls are answered with a 500: the page says meanwhile", await read(tab));
  server.fault = undefined;
  await letTimePass(POLLS_MS);
  note("polls are answered with a 500: and when the server is well again", await read(tab));
  await tab.close();
}

async function switchUsers({ open, path }: BenchWorld, note: Note): Promise<void> {
  const tabs = [await open(path), await open(path)] as const;
  await expectUser([...tabs], "ada");
  await signIn(tabs[1], "grace");
  await letTimePass(MOMENT_MS);
  note("Grace signs in in another tab: the page of Ada says", await read(tabs[0]));
  await Promise.all(tabs.map((tab) => tab.close()));
}

async function overtakeRead(world: BenchWorld, note: Note): Promise<void> {
  const { server, open, path, name } = world;
  const tab = await open(path);
  await expectUser([tab], "grace");
  const held = server.hold(name === "better-auth" ? "GET get-session" : "GET session");
  await tab.evaluate(() => void window.lab.client.getSession());
  await held.arrived;
  await signOut(tab);
  held.release();
  await letTimePass(MOMENT_MS);
  note("a read is late when the user signs out: a fresh tab says", await readFresh(world));
  await tab.close();
}

async function outlive(world: BenchWorld, note: Note): Promise<void> {
  const { server, open, path } = world;
  server.maxAge = SHORT_AGE_S;
  await world.signInBehindTheScenes("ada");
  const tab = await open(path);
  await expectUser([tab], "ada");
  await letTimePass((SHORT_AGE_S + 1) * 1000);
  note("a session has ended, and nobody polls: a second later the page says", await read(tab));
  await tab.close();
}

async function beginHanging({ server, open, path }: BenchWorld, note: Note): Promise<void> {
  server.fault = faults.hang;
  const tab = await open(path);
  await letTimePass(HANG_MS);
  note(`the first read hangs: the page says after ${HANG_MS / 1000} s`, await read(tab));
  server.fault = undefined;
}

async function measureOne(world: BenchWorld, note: Note): Promise<void> {
  await world.signInBehindTheScenes("ada");
  await failPolls(world, note);
  await switchUsers(world, note);
  await overtakeRead(world, note);
  // A session of better-auth lives as long as its own server says.
  if (world.name !== "better-auth") await outlive(world, note);
  await beginHanging(world, note);
}

/** What pages say when something goes wrong. */
export async function measureFaults(): Promise<Findings> {
  const rows = await collectRows(({ each }, noteFor) =>
    each((world) => measureOne(world, noteFor(world)), clients.length),
  );
  return {
    tables: [
      {
        title: "What a page says when something goes wrong",
        note: "In Chromium, once for each client, with a poll each second in the first two rows and none in the others. What is late is the answer to a `getSession()` that was begun before the sign-out, and released after it. A server of Auth.js sets the session's cookie with each answer; better-auth does not, and its server says itself how long a session lives. That nobody is signed in Sojourn says beside an error, where it cannot know.",
        rows,
      },
    ],
    charts: [],
  };
}
