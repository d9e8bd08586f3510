/** Whether there is no page here: a server, a worker, a script. */
export function isServer(): boolean {
  return typeof window === "undefined";
}
