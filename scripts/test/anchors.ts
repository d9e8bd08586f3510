/** The anchors of a Markdown page: its headings, as GitHub turns them into addresses. */
export function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, title = ""] of withoutCode(page).matchAll(/^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$/gm)) {
    const slug = slugOf(title);
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The links of a Markdown page to anchors of the repository. Without a path it is one of its own. */
export function anchorLinksOf(page: string): { path: string; anchor: string }[] {
  const links = withoutCode(page).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)/g);
  return Array.from(links, ([, path = "", anchor = ""]) => ({ path, anchor }));
}

function slugOf(title: string): string {
  return title
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\\(?=[^\w\s])/g, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

/** A Markdown page without its blocks of code. */
export function withoutCode(page: string): string {
  return page.replaceAll(/^ *(```+)[^\n]*\n[^]*?^ *\1 *$/gm, "");
}
