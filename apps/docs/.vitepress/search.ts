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
        // A page that explains a name is before one that lists it, or mentions it.
        boostDocument: (id: string) => {
          if (/\/reference\//.test(id)) return 0.2;
          return /\/(errors|laws|changelog|comparison|questions|troubleshooting)\b/.test(id)
            ? 0.4
            : 1;
        },
      },
    },
  },
};
