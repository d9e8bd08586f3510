import { fireEvent, render, screen } from "@testing-library/react";
import { Header } from "../components/header";
import { signInAs } from "./stand-in";

test("reads the stand-in", () => {
  const { rerender } = render(<Header />);
  screen.getByText("Hello, nobody!");
  fireEvent.click(screen.getByText("Sign in"));
  rerender(<Header />);
  screen.getByText("Hello, Grace!");
  signInAs("Ada");
  rerender(<Header />);
  screen.getByText("Hello, Ada!");
});
