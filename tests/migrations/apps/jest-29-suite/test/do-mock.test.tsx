import { ada, grace } from "./fixtures";

beforeEach(() => jest.resetModules());

/** The page's modules anew, with a session of the test's own. */
async function showAs(session: unknown) {
  jest.doMock("next-auth/react", () => ({
    ...jest.createMockFromModule<typeof import("next-auth/react")>("next-auth/react"),
    useSession: () => ({
      data: session,
      status: session ? "authenticated" : "unauthenticated",
      update: jest.fn(),
    }),
  }));
  const { render, screen } = await import("@testing-library/react/pure");
  const { UserMenu } = await import("../src/user-menu");
  render(<UserMenu />);
  return screen;
}

afterEach(() => {
  jest.dontMock("next-auth/react");
  document.body.replaceChildren();
});

test.each([ada, grace])("shows $user.name", async (session) => {
  const screen = await showAs(session);
  expect(screen.getByText(`Signed in as ${session.user.name}`)).toBeInTheDocument();
});

test("shows nobody", async () => {
  const screen = await showAs(null);
  expect(screen.getByRole("button", { name: "Sign in" })).toBeInTheDocument();
});

test("has the actual module again afterwards", async () => {
  const { useSession } = await import("next-auth/react");
  expect(jest.isMockFunction(useSession)).toBe(false);
  expect(useSession).toBe(jest.requireActual("next-auth/react").useSession);
});
