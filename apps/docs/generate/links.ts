import { dirname, posix } from "node:path";
import { repositoryUrl, siteUrl } from "./site.ts";

const link = /\]\(([^)\s]+)\)/g;

/** Gives `repo:` links, by which pages name files of the repository, their addresses. */
export function resolveRepositoryLinks(markdown: string): string {
  return markdown.replaceAll(/\]\(repo:([^)\s]+)\)/g, (_, path: string) => {
    return `](${repositoryUrl(path)})`;
  });
}

/** Turns the links of a file of the repository into links of the site. */
export function toSiteLinks(markdown: string, file: string): string {
  return markdown.replaceAll(link, (whole, target: string) => {
    if (target.startsWith(siteUrl())) return `](${toPath(target)})`;
    if (/^(https?:|#)/.test(target)) return whole;
    return `](repo:${posix.join(dirname(file), target)})`;
  });
}

/** The path of a page, without its ending, as pages name one another. */
function toPath(url: string): string {
  return `/${url.slice(siteUrl().length).replace(/\.html(?=#|$)/, "")}`;
}
