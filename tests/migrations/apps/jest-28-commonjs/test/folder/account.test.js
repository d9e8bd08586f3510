const { fireEvent, render, screen } = require("@testing-library/react");
const nextAuth = require("next-auth/react");
const { Account } = require("../../src/account");

// Mocks of packages that are in the root's __mocks__ need no jest.mock().

it("shows whom the mock in the folder has", () => {
  render(<Account />);
  screen.getByText("Ada");
});

it("signs out", () => {
  render(<Account />);
  fireEvent.click(screen.getByText("Sign out"));
  expect(nextAuth.signOut).toHaveBeenCalledTimes(1);
});

it("shows nobody, where a test says so", () => {
  nextAuth.useSession.mockReturnValueOnce({ data: null, status: "unauthenticated" });
  render(<Account provider="github" />);
  fireEvent.click(screen.getByText("Sign in"));
  expect(nextAuth.signIn).toHaveBeenCalledWith("github");
});

it("keeps the actual provider", () => {
  expect(nextAuth.SessionProvider).toBe(jest.requireActual("next-auth/react").SessionProvider);
});
