import { dirname } from "node:path";

export const app = {
  folder: dirname(__dirname),
  command: (port: string) => [
    require.resolve("next/dist/bin/next"),
    ...["start", "-H", "127.0.0.1", "-p", port],
  ],
  authPath: "/api/auth",
};
