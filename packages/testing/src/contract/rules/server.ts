import type { ServerPage, ServerUnderTest } from "../adapter.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, GRACE, gracesSession, NOBODY, WAITING } from "../sessions.ts";
import { watchRendering, captureOutput } from "../watch-rendering.ts";

/** Returns the text of a page without tags and comments. */
function textOf(html: string): string {
  const text = html.replaceAll(/<!--.*?-->/gs, "").replaceAll(/<[^>]*>/g, "\n");
  return text.replaceAll(/\s*\n\s*/g, "\n").trim();
}

const plain: ServerPage["consumers"] = [{}];

/** Rules for rendering on a server. */
export function serverRules({ render }: ServerUnderTest): RuleList {
  const renderText = async (page: ServerPage): Promise<string> => textOf(await render(page));

  return {
    async "server: renders the session, nobody, or what is not known"() {
      const lines = [];
      for (const session of [adasSession(), null, undefined]) {
        lines.push(await renderText({ session, consumers: plain }));
      }
      expectEqual("the texts", lines, [ADA, NOBODY, "loading"]);
    },

    async "server: required renders loading without a session, and leaves the rest to the browser"() {
      const consumers = [{ required: true }];
      const lines = [];
      for (const session of [adasSession(), null]) {
        lines.push(await renderText({ session, consumers }));
      }
      expectEqual("the texts", lines, [ADA, WAITING]);
    },

    async "server: makes no request, and logs no warning"() {
      const { logs, requests } = await captureOutput(async () => {
        const consumers = [{}, { required: true }];
        for (const session of [adasSession(), null, undefined])
          await render({ session, consumers });
        // A request would have been sent by now.
        await new Promise((resolve) => setTimeout(resolve, 50));
      });
      expectEqual("requests", requests, []);
      expectEqual("logs", logs, []);
    },

    async "server: uses no clock, randomness, storage, network or channel"() {
      const consumers = [{}, { required: true }];
      const { logs } = await captureOutput(async () => {
        for (const session of [adasSession(), null, undefined]) {
          for (const hasOwnClient of [false, true]) {
            await watchRendering(() => render({ session, hasOwnClient, consumers }));
          }
        }
      });
      expectEqual("what was used", logs, []);
    },

    async "server: renders a session that is passed with a client, and shows it to no other request"() {
      const lines = [];
      for (const session of [adasSession(), null, gracesSession(), undefined]) {
        lines.push(await renderText({ session, hasOwnClient: true, consumers: plain }));
      }
      expectEqual("the texts", lines, [ADA, NOBODY, GRACE, "loading"]);
    },

    async "server: never mixes the sessions of two requests"() {
      const consumers = [{}, {}];
      const pages = await Promise.all([
        renderText({ session: adasSession(), consumers }),
        renderText({ session: gracesSession(), consumers }),
        renderText({ session: undefined, consumers }),
      ]);
      const expected = [ADA, GRACE, "loading"].map((line) => `${line}\n${line}`);
      expectEqual(
        "the texts",
        pages.map((text) => text.replaceAll(/\n+/g, "\n")),
        expected,
      );
    },
  };
}
