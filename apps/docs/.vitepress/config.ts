import { defineConfig } from "vitepress";
import { tabsMarkdownPlugin } from "vitepress-plugin-tabs";
import { base, repositoryUrl } from "../generate/site.ts";
import { search } from "./search.ts";
import { sidebar } from "./sidebar.ts";
import { typesOnHover } from "./types-on-hover.ts";

const repository = repositoryUrl("").replace("/blob/main/", "");

export default defineConfig({
  srcDir: ".site",
  outDir: "dist",
  base,
  lang: "en",
  title: "Sojourn",
  description: "The session client for every backend that speaks the Auth.js protocol.",
  head: [
    ["link", { rel: "icon", href: `${base}icon.svg`, type: "image/svg+xml" }],
    ["meta", { name: "theme-color", content: "#0c7357" }],
  ],
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    codeTransformers: [typesOnHover],
    config: (md) => md.use(tabsMarkdownPlugin),
  },
  themeConfig: {
    logo: { src: "/icon.svg", alt: "" },
    nav: [
      { text: "Get started", link: "/getting-started" },
      { text: "Guides", link: "/guides/sign-in-page", activeMatch: "/guides/" },
      { text: "Reference", link: "/reference/", activeMatch: "/reference/" },
      { text: "Comparison", link: "/comparison" },
    ],
    sidebar,
    outline: [2, 3],
    search,
    socialLinks: [{ icon: "github", link: repository, ariaLabel: "Repository" }],
    docFooter: { prev: "Previous", next: "Next" },
  },
});
