const { fireEvent, render, screen } = require("@testing-library/react");
const nextAuth = require("next-auth/react");
const { Account } = require("../../src/account");
const { greet } = require("../../src/greet");
const { default: MembersOnly } = require("../../src/members-only");

const { getSession, useSession } = nextAuth;
const ada = { user: { name: "Ada" }, expires: "2020-01-01T00:00:00.000Z" };

afterEach(() => {
  nextAuth.getSession = getSession;
  nextAuth.useSession = useSession;
  jest.restoreAllMocks();
});

it("greets whom a replaced getSession has", async () => {
  nextAuth.getSession = jest.fn().mockResolvedValue(ada);
  expect(await greet()).toBe("Hello Ada");
  expect(nextAuth.getSession).toHaveBeenCalledWith();
});

it("greets a stranger", async () => {
  jest.spyOn(nextAuth, "getSession").mockResolvedValue(null);
  expect(await greet()).toBe("Hello stranger");
});

it("replaces the hook", () => {
  nextAuth.useSession = jest.fn(() => ({ data: ada, status: "authenticated" }));
  render(<MembersOnly>Minutes</MembersOnly>);
  screen.getByText("Minutes");
});

it("shows a session that is over by its date, under the actual provider", () => {
  render(
    <nextAuth.SessionProvider session={ada}>
      <Account />
    </nextAuth.SessionProvider>,
  );
  screen.getByText("Ada");
});

it("takes a value for the context", () => {
  const value = { data: ada, status: "authenticated" };
  render(
    <nextAuth.SessionContext.Provider value={value}>
      <Account />
    </nextAuth.SessionContext.Provider>,
  );
  screen.getByText("Ada");
});

it("calls a spy by what was imported before", () => {
  const signOut = jest.spyOn(nextAuth, "signOut").mockResolvedValue(undefined);
  render(
    <nextAuth.SessionProvider session={ada}>
      <nextAuth.SessionContext.Consumer>
        {({ data }) => <button onClick={() => nextAuth.signOut()}>{data.user.name}</button>}
      </nextAuth.SessionContext.Consumer>
    </nextAuth.SessionProvider>,
  );
  fireEvent.click(screen.getByText("Ada"));
  expect(signOut).toHaveBeenCalledTimes(1);
});
