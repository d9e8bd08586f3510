import type { Tab } from "../../tests/lab/engines/drivers/driver.ts";
import { expectUser, shownIn, signIn, signOut } from "../../tests/lab/engines/tabs.ts";
import { letTimePass, until } from "../../tests/lab/engines/until.ts";
import { faults } from "../../tests/lab/server/faults.ts";
import { toTabWorld } from "../browser/chromium-tabs.ts";
import type { TabWorld } from "../browser/tab-world.ts";
import { clients } from "../clients.ts";
import type { Findings } from "../results.ts";
import { collectRows, type Note } from "./row-collector.ts";
import { closeAll, shownBy } from "./showing.ts";

/** Long enough for two polls of each client: SWR polls each 2 s. */
const POLLS_MS = 3500;
const HANG_MS = 12_000;
const SHORT_AGE_S = 4;
/** For what a tab does at once. */
const MOMENT_MS = 1000;

const rows = {
  failing: "polls are answered with a 500: the page says meanwhile",
  recovered: "polls are answered with a 500: and when the server is well again",
  replaced: "Grace signs in in another tab: the page of Ada says",
  late: "a read is late when the user signs out: a fresh tab says",
  ended: "a session has ended, and nobody polls: a second later the page says",
  hanging: `the first read hangs: the page says after ${HANG_MS / 1000} s`,
};

/** What a page says that copes, by row. Of a read that hangs it cannot know the outcome, but it ends. */
export const goodAnswers: Record<string, RegExp> = {
  [rows.failing]: /Ada/,
  [rows.recovered]: /Ada/,
  [rows.replaced]: /Grace/,
  [rows.late]: /signed out/,
  [rows.ended]: /signed out/,
  [rows.hanging]: /^signed/,
};

/** What a tab says of its user. */
async function read(tab: Tab): Promise<string> {
  const text = await shownBy(tab);
  if (text === "unauthenticated") return "signed out";
  return text === "loading" ? text : `signed in: ${text.split(" ")[0]}`;
}

async function readFresh({ open, path }: TabWorld): Promise<string> {
  const tab = await open(path);
  await letTimePass(MOMENT_MS);
  const text = await read(tab);
  await tab.close();
  return text;
}

async function failPolls({ server, open, path }: TabWorld, note: Note): Promise<void> {
  const tab = await open(`${path}?refetchInterval=1`);
  await expectUser([tab], "ada");
  server.fault = faults["500"];
  await letTimePass(POLLS_MS);
  note(rows.failing, await read(tab));
  server.fault = undefined;
  await letTimePass(POLLS_MS);
  note(rows.recovered, await read(tab));
  await tab.close();
}

async function switchUsers({ open, path }: TabWorld, note: Note): Promise<void> {
  const [tab, other] = [await open(path), await open(path)];
  await expectUser([tab, other], "ada");
  await signIn(other, "grace");
  await letTimePass(MOMENT_MS);
  note(rows.replaced, await read(tab));
  await closeAll([tab, other]);
}

async function overtakeRead(world: TabWorld, note: Note): Promise<void> {
  const { server, open, path, name } = world;
  const tab = await open(path);
  await expectUser([tab], "grace");
  const held = server.hold(name === "better-auth" ? "GET get-session" : "GET session");
  await tab.evaluate(() => void window.lab.client.getSession());
  await held.arrived;
  await signOut(tab);
  held.release();
  await letTimePass(MOMENT_MS);
  note(rows.late, await readFresh(world));
  await tab.close();
}

async function outlive(world: TabWorld, note: Note): Promise<void> {
  const { server, open, path } = world;
  await world.signInBehindTheScenes("ada");
  // Of the next answer on: a slow browser has not opened the page before the session ends otherwise.
  server.maxAge = SHORT_AGE_S;
  const tab = await open(path);
  const names = async () => (await shownIn(tab)).map(({ user }) => user);
  // By the time that somebody looks it may have ended.
  await until("Ada was shown", async () => (await names()).includes("Ada Lovelace"));
  await letTimePass((SHORT_AGE_S + 1) * 1000);
  note(rows.ended, await read(tab));
  await tab.close();
}

async function beginHanging({ server, open, path }: TabWorld, note: Note): Promise<void> {
  server.fault = faults.hang;
  const tab = await open(path);
  await letTimePass(HANG_MS);
  note(rows.hanging, await read(tab));
  server.fault = undefined;
}

/** Has all go wrong, one after the other, and notes what the page says. */
export async function sufferFaults(world: TabWorld, note: Note): Promise<void> {
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
  const found = await collectRows(({ each }, noteFor) =>
    each((world) => sufferFaults(toTabWorld(world), noteFor(world)), clients.length),
  );
  return {
    tables: [
      {
        title: "What a page says when something goes wrong",
        note: "In Chromium, once for each client, with a poll each second in the first two rows and none in the others. What is late is the answer to a `getSession()` that was begun before the sign-out, and released after it. A server of Auth.js sets the session's cookie with each answer; better-auth does not, and its server says itself how long a session lives. That nobody is signed in Sojourn says beside an error, where it cannot know.",
        rows: found,
      },
    ],
    charts: [],
  };
}
