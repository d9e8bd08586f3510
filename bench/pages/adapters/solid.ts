import { SessionProvider, useSession } from "@sojourn/solid";
import { createComponent, For, type JSX } from "solid-js";
import { insert, render, template } from "solid-js/web";
import { offer, TEXT } from "./mount-list.ts";

// As Solid's compiler writes them; esbuild does not run it.
const item = template("<li>");
const textItem = template(`<li>${TEXT}`);

const Plain = (): JSX.Element => textItem();

function Consumer(): JSX.Element {
  const session = useSession();
  const element = item();
  insert(element, () => session()?.user?.name ?? session.status);
  return element;
}

offer((container, count, session) => {
  const Item = session ? Consumer : Plain;
  const each = Array.from({ length: count }, (_, index) => index);
  const list = (): JSX.Element =>
    createComponent(For, { each, children: () => createComponent(Item, {}) });
  render(
    () =>
      createComponent(SessionProvider, {
        session: session ?? null,
        get children() {
          return list();
        },
      }),
    container,
  );
});
