import type { LabServer } from "../../server/lab-server.ts";
import type { Report } from "../../server/remote.ts";
import type { Engine } from "../drivers/driver.ts";
import { until as untilSo } from "../until.ts";
import type { World } from "../world.ts";

/** A browser that nothing drives. Its pages report by themselves. */
export interface Unattached {
  server: LabServer;
  /** Waits for something that happens to a page. It may have happened already. */
  until(page: string, type: string): Promise<Report>;
  /** All that has happened to a page. */
  reportsOf(page: string, type: string): Report[];
  close(): Promise<void>;
}

/** Starts one on the server of a world. */
export async function openUnattached(engine: Engine, { server }: World): Promise<Unattached> {
  const { reports, visits } = server.remote;
  const browser = await engine.launchUnattached!(`${server.url}/pages/prerendering.html`);
  const reportsOf: Unattached["reportsOf"] = (page, type) =>
    reports.filter((report) => report.page === page && report.type === type);

  return {
    server,
    reportsOf,
    close: browser.close,
    async until(page, type) {
      await untilSo(`“${type}” of ${page}`, () => {
        const seen = [...visits, ...reports.map((report) => JSON.stringify(report))].join("\n");
        if (!reportsOf(page, type).length) throw new Error(`seen:\n${seen}`);
        return true;
      });
      return reportsOf(page, type)[0]!;
    },
  };
}
