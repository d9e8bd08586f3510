import "@shikijs/vitepress-twoslash/style.css";
import { enhanceAppWithTabs } from "vitepress-plugin-tabs/client";
import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent } from "vue";
import Front from "./front.vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    enhanceAppWithTabs(app);
    app.component("front", Front);
    // What shows types on hover is loaded by pages with such examples alone.
    app.component(
      "VMenu",
      defineAsyncComponent(async () => {
        const { default: hover } = await import("@shikijs/vitepress-twoslash/client");
        app.use(hover);
        const menu = app.component("VMenu");
        if (!menu) throw new Error("@shikijs/vitepress-twoslash has registered no VMenu.");
        return menu;
      }),
    );
  },
} satisfies Theme;
