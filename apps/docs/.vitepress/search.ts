import type { DefaultTheme } from "vitepress";

/** Search in the browser, over an index that is loaded when somebody searches. */
export const search: DefaultTheme.Config["search"] = {
  provider: "local",
  options: {
    detailedView: false,
    miniSearch: {
      searchOptions: {
        fuzzy: 0.1,
        prefix: true,
        boost: { title: 4, text: 1, titles: 2 },
        // A page that explains a name is before one that lists it.
        boostDocument: (id: string) =>
          /\/reference\//.test(id) ? 0.2 : /\/(laws|changelog|comparison)\./.test(id) ? 0.5 : 1,
      },
    },
  },
};
