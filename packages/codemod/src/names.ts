/** The modules that move, and where to. All else of next-auth is for the server, and stays. */
const moves = new Map([
  ["next-auth/react", "@sojourn/react"],
  ["next-auth/webauthn", "@sojourn/webauthn/react"],
]);

/** The modules whose names an app calls, before and after. */
export const clientModules: ReadonlySet<string> = new Set([...moves.keys(), ...moves.values()]);

/** The packages that an app needs for these modules. */
export function packageOf(moduleName: string): string {
  return moduleName.split("/").slice(0, 2).join("/");
}

// In a regular expression slashes and dashes may be escaped, and in a string of one, twice.
const slash = String.raw`\\{0,2}/`;
const named = new RegExp(
  String.raw`(^|^(?:(?:node-)?commonjs2?|module|import) |[\^|(:=!,]|node_modules${slash}|(__mocks__${slash}))next\\{0,2}-auth(${slash})(react|webauthn)(?![\w-])`,
  "g",
);

/**
 * Renames the modules in a setting: a name, a regular expression, a path into `node_modules` or
 * `__mocks__`. Takes the text as it stands in the file, escapes and all. Files of the app's own
 * that happen to be called so are left alone.
 */
export function renameInSetting(text: string): string {
  return text.replace(named, (whole, before, mocks, separator, name, offset: number) => {
    const rest = text.slice(offset + whole.length).replaceAll("\\", "");
    const isPartOfPath = /^[/.]\w/.test(rest);
    if (isPartOfPath && !mocks) return whole;
    const moved = moves.get(`next-auth/${name}`) ?? "";
    return before + moved.replaceAll("/", separator);
  });
}

/** The new name of a module; any other name stays. */
export function renameModule(name: string): string {
  return moves.get(name) ?? name;
}

/** Where a file goes that mocks one of the modules by its place, as `__mocks__/next-auth/react.ts`. */
export function renamePath(path: string): string {
  return path.replace(
    /(^|\/)__mocks__\/(next-auth\/(?:react|webauthn))(?=(\/index)?\.[cm]?[jt]sx?$)/,
    (_, before, name) => `${before}__mocks__/${moves.get(name)}`,
  );
}
