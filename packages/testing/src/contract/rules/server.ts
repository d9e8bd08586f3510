import type { ServerPage, ServerUnderTest } from "../adapter.ts";
import { expectEqual } from "../expect.ts";
import type { RuleList } from "../rule.ts";
import { ADA, adasSession, GRACE, gracesSession, NOBODY, WAITING } from "../sessions.ts";
import { watchRendering, witness } from "../watch-world.ts";

/** The text of a page, its tags and comments left out. */
function textOf(html: string): string {
  const text = html.replaceAll(/<!--.*?-->/gs, "").replaceAll(/<[^>]*>/g, "\n");
  return text.replaceAll(/\s*\n\s*/g, "\n").trim();
}

const plain: ServerPage["consumers"] = [{}];

/** Rendering on a server, one client for each request. */
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

    async "server: makes no request, and complains of nothing"() {
      const { complaints, requests } = await witness(async () => {
        const consumers = [{}, { required: true }];
        for (const session of [adasSession(), null, undefined])
          await render({ session, consumers });
        // Whatever was going to be asked, would be by now.
        await new Promise((resolve) => setTimeout(resolve, 50));
      });
      expectEqual("requests", requests, []);
      expectEqual("complaints", complaints, []);
    },

    async "server: touches no clock, randomness, storage, network or channel"() {
      const consumers = [{}, { required: true }];
      const { complaints } = await witness(async () => {
        for (const session of [adasSession(), null, undefined]) {
          for (const hasOwnClient of [false, true]) {
            await watchRendering(() => render({ session, hasOwnClient, consumers }));
          }
        }
      });
      expectEqual("what was touched", complaints, []);
    },

    async "server: renders a session that stands beside a client, and shows it to no other request"() {
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
