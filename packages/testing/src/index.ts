export { ada, createSession, createUser, grace, type Account } from "./fixtures.ts";
export { createAuthServer } from "./server/create-auth-server.ts";
export { disconnected, failing, hanging } from "./server/faults.ts";
export type {
  AuthServer,
  AuthServerOptions,
  Dialect,
  FakeProvider,
  Fault,
  ReceivedRequest,
} from "./server/types.ts";
export { createTestClient, type TestClient, type TestClientOptions } from "./create-test-client.ts";
