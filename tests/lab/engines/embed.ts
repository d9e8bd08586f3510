import type { FrameMessage } from "../pages/window.d.ts";
import { until } from "./until.ts";
import type { World } from "./world.ts";

/** A page of a world in a frame of another site. */
export interface Frame {
  /** Waits until it says this, or until the last that it says of this type is this. */
  until(type: string, detail: unknown): Promise<void>;
  /** Has it do something, and resolves to what comes of it. */
  tell(type: string, detail?: unknown): Promise<unknown>;
  /** Has it do something when the user clicks into it, and clicks. */
  click(type: string): Promise<void>;
  /** Waits for what comes of that. */
  resultOf(type: string): Promise<unknown>;
}

/** Embeds a page of the world's server in one of 127.0.0.1, which is another site. */
export async function embed({ server, group }: World, cookieAttributes?: string): Promise<Frame> {
  if (cookieAttributes) server.cookieAttributes = cookieAttributes;
  const src = encodeURIComponent(`${server.url}/pages/embedded.html`);
  const { port } = new URL(server.url);
  const top = await group.open(`http://127.0.0.1:${port}/pages/embedder.html?frame=${src}`);

  async function lastOf(type: string): Promise<FrameMessage | undefined> {
    const reports = await top.evaluate(() => window.frameReports);
    const last = reports.findLast((it) => it.type === type);
    if (!last) throw new Error(`it has said ${JSON.stringify(reports)}`);
    return last;
  }

  function tellIt(order: FrameMessage): Promise<void> {
    return top.evaluate((it) => window.tellFrame(it), order);
  }

  async function resultOf(type: string): Promise<unknown> {
    await until(`the frame says "${type}"`, async () => !!(await lastOf(type)));
    return (await lastOf(type))?.detail;
  }

  await resultOf("shown");
  return {
    resultOf,
    until: (type, detail) =>
      until(`the frame says "${type}": ${String(detail)}`, async () => {
        const last = await lastOf(type);
        if (last?.detail === detail) return true;
        throw new Error(`it says ${String(last?.detail)}`);
      }),
    async tell(type, detail) {
      await tellIt({ type, detail });
      return resultOf(type);
    },
    async click(type) {
      await tellIt({ type, isForClick: true });
      await until(`a click is to ${type}`, async () => (await lastOf("ready"))?.detail === type);
      await top.click("iframe");
    },
  };
}
