import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { Session } from "next-auth";
import { SessionProvider, signIn, useSession } from "next-auth/react";
import { AuthShowcase } from "~/components/auth-showcase";
import { api } from "~/utils/api";
import { afterEach, expect, test, vi } from "vitest";

vi.mock("~/utils/api", () => ({ api: { secret: { useQuery: vi.fn() } } }));

vi.mock("next-auth/react", async (importOriginal) => {
  const original = await importOriginal<typeof import("next-auth/react")>();
  return { ...original, signIn: vi.fn(), useSession: vi.fn(original.useSession) };
});

type Query = ReturnType<typeof api.secret.useQuery>;

const session: Session = { user: { id: "1", name: "Ada" }, expires: "2020-01-01T00:00:00.000Z" };

afterEach(() => {
  cleanup();
  vi.mocked(useSession).mockReset();
});

function mockQuery() {
  const useQuery = vi.mocked(api.secret.useQuery);
  useQuery.mockImplementation(
    (_, options) => ({ data: options?.enabled ? "the secret" : undefined }) as Query,
  );
  return useQuery;
}

test("asks for the secret where somebody is signed in", () => {
  const useQuery = mockQuery();
  render(
    <SessionProvider session={session}>
      <AuthShowcase />
    </SessionProvider>,
  );
  expect(screen.getByText("Logged in as Ada")).toBeTruthy();
  expect(screen.getByText("the secret", { exact: false })).toBeTruthy();
  expect(useQuery).toHaveBeenLastCalledWith(undefined, { enabled: true });
});

test("waits while nobody is signed in", () => {
  const useQuery = mockQuery();
  vi.mocked(useSession).mockReturnValue({
    data: null,
    status: "unauthenticated",
    update: async () => null,
  });
  render(<AuthShowcase />);
  expect(useQuery).toHaveBeenLastCalledWith(undefined, { enabled: false });
  fireEvent.click(screen.getByText("Sign in"));
  expect(signIn).toHaveBeenCalledTimes(1);
});
