/** An app that shows what this package's README asks for, and has been built. */
export interface FrameworkApp {
  /** As it stands in the names of tests. */
  name: string;
  /** Where it is. */
  folder: string;
  /** What Node is to run there, so that it serves the app on 127.0.0.1 at this port. */
  command(port: string): string[];
  /** Where its Auth.js handlers are. */
  authPath: string;
  /** Whether it has a page `/streamed`, whose session is a promise. */
  streams?: boolean;
}
