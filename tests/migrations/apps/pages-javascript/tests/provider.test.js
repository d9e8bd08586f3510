import { render, screen } from "@testing-library/react";
import App from "../pages/_app";

jest.mock("next-auth/react", () => ({
  __esModule: true,
  ...jest.requireActual("next-auth/react"),
  signIn: jest.fn(),
}));

const Page = () => <h1>A page</h1>;

test("shows a session that the server has rendered, by the provider itself", () => {
  const session = { user: { name: "Ada" }, expires: "2999-01-01T00:00:00.000Z" };
  render(<App Component={Page} pageProps={{ session }} />);
  screen.getByText("Hello, Ada!");
  screen.getByText("A page");
});
