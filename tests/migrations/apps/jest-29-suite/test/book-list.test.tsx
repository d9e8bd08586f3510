import { render, screen } from "@testing-library/react";
import { SessionProvider } from "next-auth/react";
import { BookList } from "../src/book-list";
import { ada } from "./fixtures";

function respondOnce(body: unknown) {
  const response = { ok: true, status: 200, json: async () => body } as Response;
  global.fetch = jest.fn<Promise<Response>, []>().mockResolvedValueOnce(response);
}

test("lists the books of whoever is signed in, and asks for nothing else", async () => {
  respondOnce([{ title: "Notes" }]);
  render(
    <SessionProvider session={ada}>
      <BookList />
    </SessionProvider>,
  );
  expect(await screen.findByText("Notes")).toBeInTheDocument();
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("lists nothing for nobody", () => {
  respondOnce([{ title: "Notes" }]);
  render(
    <SessionProvider session={null}>
      <BookList />
    </SessionProvider>,
  );
  expect(screen.queryByRole("listitem")).not.toBeInTheDocument();
  expect(fetch).not.toHaveBeenCalled();
});
