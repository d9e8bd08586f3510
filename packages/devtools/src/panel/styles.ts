// The colours of the examples: examples/shared/look.css.
const light = `
  color-scheme: light;
  --ground: #f5f7f6; --surface: #ffffff; --ink: #16211d; --ink-soft: #53635d; --line: #d9e1de;
  --accent: #0c7357; --accent-soft: #e0f1ea; --on-accent: #ffffff; --wait: #8a5a00;
  --wrong: #b3261e; --wrong-soft: #fbe9e7; --code: #eef3f1;`;
const dark = `
  color-scheme: dark;
  --ground: #0f1614; --surface: #17201d; --ink: #e7efec; --ink-soft: #9db0a9; --line: #2b3833;
  --accent: #6ad3ad; --accent-soft: #15352a; --on-accent: #06251a; --wait: #f0bc5e;
  --wrong: #ff9c92; --wrong-soft: #3d1b18; --code: #111a17;`;

const css = `
:host { all: initial; ${light} }
@media (prefers-color-scheme: dark) { :host { ${dark} } }
:host([theme="light"]) { ${light} }
:host([theme="dark"]) { ${dark} }
:host([inline]) { display: block; height: 100%; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.mark { width: 1.5rem; height: 1.5rem; fill: none; stroke: var(--on-accent); stroke-width: 2.5; }
.mark-ground { fill: var(--accent); stroke: none; }
.mark-here { fill: var(--on-accent); }

.launcher {
  position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483000;
  display: grid; place-items: center; width: 2.75rem; height: 2.75rem; padding: 0;
  border: 1px solid var(--line); border-radius: 50%; background: var(--surface); cursor: pointer;
  box-shadow: 0 2px 10px rgb(0 0 0 / 0.2);
}
:host([position="left"]) .launcher { inset: auto auto 1rem 1rem; }
.launcher .dot { position: absolute; inset: auto 0 0 auto; background: var(--surface); }
[data-status="authenticated"] > .dot { border-color: var(--accent); background: var(--accent); }
[data-status="loading"] > .dot { border-color: var(--wait); }
.dot {
  flex: none; width: 0.75rem; height: 0.75rem;
  border: 2px solid var(--ink-soft); border-radius: 50%;
}

#panel {
  position: fixed; inset: auto 0 0; z-index: 2147483000;
  display: flex; flex-direction: column; height: min(26rem, 60vh);
  border-top: 1px solid var(--line); background: var(--surface); color: var(--ink);
  box-shadow: 0 -4px 24px rgb(0 0 0 / 0.18);
  font: 0.875rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
:host([inline]) #panel { position: static; height: 100%; border: 0; box-shadow: none; }
.header {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem;
  padding: 0.5rem 1rem; border-bottom: 1px solid var(--line);
}
.header > strong { display: flex; align-items: center; gap: 0.5rem; }
.toolbar { display: flex; flex: 1; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
.toolbar p { margin: 0; color: var(--ink-soft); }
.header button, select {
  padding: 0.25rem 0.7rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--surface); color: var(--ink); font: inherit; cursor: pointer;
}
.header button:hover:enabled { border-color: var(--accent); }
.header button:disabled { opacity: 0.55; cursor: default; }
.header button[aria-pressed="true"] {
  border-color: var(--wrong); background: var(--wrong-soft); color: var(--wrong);
}

.hint { margin: 1rem; color: var(--ink-soft); }
.body {
  display: grid; flex: 1; min-height: 0;
  grid-template-columns: minmax(14rem, 3fr) minmax(0, 5fr) minmax(0, 4fr);
}
section { min-width: 0; padding: 0 1rem 1rem; overflow: auto; }
section:focus-visible { outline-offset: -3px; }
section + section { border-left: 1px solid var(--line); }
h2 { margin: 0.75rem 0 0.35rem; color: var(--ink-soft); font-size: 0.8rem; font-weight: 600; }
section > h2:first-child { position: sticky; top: 0; z-index: 1; margin: 0; padding: 0.6rem 0 0.35rem; background: var(--surface); }
.status { display: flex; align-items: center; gap: 0.5rem; margin: 0; font-weight: 650; }
.note { margin: 0.1rem 0 0.5rem; color: var(--ink-soft); }
.error { color: var(--wrong); overflow-wrap: anywhere; }
pre, code, time, .changes { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.8rem; }
pre {
  margin: 0; padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--code); white-space: pre-wrap; overflow-wrap: anywhere;
}
ul, ol { margin: 0; padding: 0; list-style: none; }
.lines li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: 0.15rem 0; }
.when { color: var(--ink-soft); font-variant-numeric: tabular-nums; }
.log > li { border-top: 1px solid var(--line); }
.log > li:first-child { border-top: 0; }
summary, .traffic > li {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; padding: 0.25rem 0;
}
summary { cursor: pointer; border-radius: 4px; }
summary::before { content: "▸"; color: var(--ink-soft); }
details[open] > summary::before { content: "▾"; }
summary:hover { background: var(--code); }
time, .count, .kind, .result, .text { color: var(--ink-soft); }
.count, .result, .traffic .error { margin-left: auto; }
.turn { padding: 0 0.5rem; border-radius: 1rem; background: var(--accent-soft); color: var(--accent); }
.effects { margin: 0.25rem 0 0.25rem 1.1rem; }
.changes { margin: 0 0 0.5rem 1.1rem; overflow-wrap: anywhere; }
.changes li { padding: 0.1rem 0; }
.path { margin-right: 0.75rem; color: var(--ink-soft); }
del { color: var(--wrong); text-decoration: line-through; }
ins { color: var(--accent); text-decoration: none; }

@media (max-width: 60rem) {
  .header > strong { margin-right: auto; }
  .toolbar { flex: 1 1 100%; order: 1; }
  .body { display: block; overflow: auto; }
  section { overflow: visible; }
  section + section { border-top: 1px solid var(--line); border-left: 0; }
  #panel { height: 75vh; }
}
`;

/** Adds the styles of the panel to its shadow root. */
export function addStyles(root: ShadowRoot): void {
  // A policy for styles forbids a `<style>`, and not this.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
