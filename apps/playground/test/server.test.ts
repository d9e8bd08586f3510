import { expect, test } from "vitest";
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import PlaygroundApp from "../src/view/PlaygroundApp.vue";

test("renders on a server, where nothing is played", async () => {
  const html = await renderToString(createSSRApp(PlaygroundApp, { pageUrl: "/playground/" }));
  expect(html.match(/aria-label="Tab \d"/g)).toHaveLength(3);
  expect(html).toContain("0.0 s");
  expect(html).toContain('href="/playground/#client=sojourn&amp;poll=5&amp;t=0"');
});
