import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ada, createAuthServer, disconnected } from "../src/index.ts";
import { createAuthHandlers } from "../src/msw.ts";

const server = createAuthServer({ origin: "https://app.example", user: ada.user });
const network = setupServer(...createAuthHandlers(server));
beforeAll(() => network.listen({ onUnhandledFrame: "error" }));
afterAll(() => network.close());

const readSession = (): Promise<Response> => fetch("https://app.example/api/auth/session");

test("answers what is asked below the server's address", async () => {
  expect(await (await readSession()).json()).toMatchObject({ user: ada.user });
  expect(server.count("GET session")).toBe(1);
});

test("cuts the network where a fault says so", async () => {
  server.fault = disconnected();
  await expect(readSession()).rejects.toThrow(TypeError);
});
