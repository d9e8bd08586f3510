import { createInspector, createRecorder } from "../../src/index.ts";
import type { InspectedStep, Recorder, Recording, Session } from "../../src/index.ts";
import type { RecorderOptions, SessionClientOptions } from "../../src/index.ts";
import { grace } from "./auth-server.ts";
import { openBrowser, type Browser, type BrowserOptions, type OpenTab } from "./browser.ts";
import { answering, failing } from "./faults.ts";

interface RecordedTab extends OpenTab {
  readonly recorder: Recorder;
  /** What has really happened. */
  readonly steps: InspectedStep[];
}

interface RecordedBrowser extends Omit<Browser, "tabs" | "open"> {
  readonly tabs: RecordedTab[];
}

/** Opens a browser with a recorder in each tab, and collects what really happens there. */
export function openRecorded(
  tabs: number,
  options: BrowserOptions = {},
  recorderOptions?: RecorderOptions<Session>,
): RecordedBrowser {
  const browser = openBrowser({ ...options, tabs: 0 });
  const recorded = Array.from({ length: tabs }, () => {
    const steps: InspectedStep[] = [];
    const listener = createInspector((step) => steps.push(step));
    const recorder = createRecorder(recorderOptions);
    const client: SessionClientOptions<Session> = {
      ...options.client,
      inspect: (machine) => listener(recorder.inspect(machine)),
    };
    return { ...browser.open({ client }), recorder, steps };
  });
  return { ...browser, tabs: recorded };
}

/** As it would be after a bug report. */
export const send = (recording: Recording): Recording =>
  JSON.parse(JSON.stringify(recording)) as Recording;

/** A morning of three tabs: every kind of trouble that a report may be about. */
export async function spendMorning({ tabs, server, advance, finish }: RecordedBrowser) {
  const [first, second, third] = tabs as [RecordedTab, RecordedTab, RecordedTab];
  await advance(100);
  await finish(first.client.signIn("credentials", { redirect: false, password: "Ada" }));
  second.tab.hide();
  await finish(second.client.update({ name: "Countess" }));
  server.fault = failing("GET session", answering(503));
  await advance(40_000);
  second.tab.show();
  third.tab.goOffline();
  await advance(5000);
  server.fault = undefined;
  third.tab.goOnline();
  await advance(60_000);
  first.client.hydrate({ user: grace, expires: "2026-02-01T00:00:00.000Z" });
  await advance(1000);
  await finish(third.client.signOut({ redirect: false }));
  await finish(second.client.signIn("credentials", { redirect: false, password: "Grace" }));
  second.client.setOptions({ refetchInterval: 0 });
  await advance(1000);
}
