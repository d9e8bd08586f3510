/**
 * Makes the name of a fault the same in both copies: without the copy's folder and the store of the
 * package manager, and with the modules' names of before.
 */
export function toName(text: string, folder: string): string {
  return text
    .replaceAll(folder, "")
    .replaceAll(/[^\s"'(]*node_modules\/(?=[^\s"'(]*)/g, "node_modules/")
    .replaceAll("@sojourn/webauthn/react", "next-auth/webauthn")
    .replaceAll("@sojourn/react", "next-auth/react")
    .replace(/^\//, "");
}
