declare global {
  interface Window {
    /** When this page has asked for the session; milliseconds since the epoch. */
    asked: number[];
  }
}

/** Runs in a page: notes what it asks. A browser may ask by itself once more for what was lost. */
export function noteReads(): void {
  const { fetch: send } = window;
  window.asked = [];
  window.fetch = (input, init) => {
    const isRead = !init?.method || init.method === "GET";
    if (isRead && String(input).endsWith("/api/auth/session")) window.asked.push(Date.now());
    return send(input, init);
  };
}

/** Runs in a page: tells the server what it throws, and what it writes to the console as an error. */
export function tellComplaints(): void {
  const tell = (message: unknown) =>
    navigator.sendBeacon(
      "/remote/reports",
      JSON.stringify({
        page: location.pathname,
        document: 0,
        type: "error",
        message: `${message}`,
      }),
    );
  addEventListener("error", ({ message }) => tell(message));
  addEventListener("unhandledrejection", ({ reason }) => tell(reason));
  const { error } = console;
  console.error = (...args: unknown[]) => {
    error(...args);
    tell(args.join(" "));
  };
}
