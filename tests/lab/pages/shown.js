/**
 * All that this page has shown, in order.
 *
 * @type {import("./window.d.ts").Shown[]}
 */
export const shown = [];

/**
 * Puts a session on screen, and notes it if that changes what is shown.
 *
 * @param {string} status
 * @param {string | null} [user]
 * @param {string | null} [error]
 */
export function show(status, user = null, error = null) {
  const last = shown.at(-1);
  if (last && last.status === status && last.user === user && last.error === error) return;
  write("status", user ?? status);
  write("alert", error ?? "");
  shown.push({ status, user, error, at: performance.timeOrigin + performance.now() });
}

/**
 * @param {string} role
 * @param {string} text
 */
function write(role, text) {
  const element = document.querySelector(`[role="${role}"]`);
  if (element) element.textContent = text;
}
