/** A hydration, by the clock of what a page has shown. */
export interface Hydration {
  startedAt: number;
  /** When all components had run their effects. */
  readyAt: number;
}

declare global {
  interface Window {
    /** What the measurements may do with a page, besides `lab`. */
    bench: {
      /** Hydrates what the server has rendered. */
      hydrate(): Promise<Hydration>;
      /** Unmounts and mounts this part so many times; it is mounted at the end. */
      remount(part: "provider" | "consumers", times: number): Promise<void>;
      unmount(): void;
      /** Makes so many clients, each with one listener. `false`: there is no such thing. */
      addClients(count: number): boolean;
      /** Has one client more watched by so many listeners. `false`: there is no such thing. */
      addListeners(count: number): boolean;
    };
  }
}
