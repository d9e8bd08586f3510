/**
 * The modules that are replaced, with their new names. All other modules of next-auth are for
 * servers, and stay.
 */
const moves = new Map([
  ["next-auth/react", "@sojourn/react"],
  ["next-auth/webauthn", "@sojourn/webauthn/react"],
]);

/** The old and the new names of the client's modules. */
export const clientModules: ReadonlySet<string> = new Set([...moves.keys(), ...moves.values()]);

/** Returns the package that an app needs for a module. */
export function packageOf(moduleName: string): string {
  return moduleName.split("/").slice(0, 2).join("/");
}

// Slashes and dashes may be escaped in a regular expression, and twice in a string of one.
const slash = String.raw`\\{0,2}/`;
const named = new RegExp(
  String.raw`(^|^(?:(?:node-)?commonjs2?|module|import) |[\^|(:=!,]|node_modules${slash}|(__mocks__${slash}))next\\{0,2}-auth(${slash})(react|webauthn)(?![\w-])`,
  "g",
);

/**
 * Renames the modules in a setting: a name, a regular expression, or a path into `node_modules` or
 * `__mocks__`. It takes the text of the file, with its escapes. The app's own files of such a name
 * stay unchanged.
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

/** Returns the new name of a module. Any other name stays. */
export function renameModule(name: string): string {
  return moves.get(name) ?? name;
}

/**
 * Returns the new path of a file that mocks a module by its path, e.g.
 * `__mocks__/next-auth/react.ts`.
 */
export function renamePath(path: string): string {
  return path.replace(
    /(^|\/)__mocks__\/(next-auth\/(?:react|webauthn))(?=(\/index)?\.[cm]?[jt]sx?$)/,
    (_, before, name) => `${before}__mocks__/${moves.get(name)}`,
  );
}
