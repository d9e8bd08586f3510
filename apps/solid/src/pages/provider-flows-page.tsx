// signIn() with any arguments, for the tests of all provider flows: no part of the example.
import { useSession } from "@sojourn/solid";
import { callByHand, labels, shapeNames } from "common/by-hand";
import { createSignal, For } from "solid-js";
import type { FormEvent } from "./form-event.ts";

/** `signIn()` by hand, and what it comes to. */
export function ProviderFlowsPage() {
  const { signIn } = useSession();
  const [verdict, setVerdict] = createSignal("");
  const [isBusy, setBusy] = createSignal(false);

  async function call(event: FormEvent) {
    event.preventDefault();
    setVerdict("");
    setBusy(true);
    setVerdict(await callByHand(signIn, event.currentTarget));
    setBusy(false);
  }

  return (
    <>
      <h1>Every provider flow</h1>
      <p class="lead">Call signIn() with whatever you like, and see what it makes of it.</p>
      <form method="post" class="form" onSubmit={call}>
        <For each={Object.entries(labels)}>
          {([name, label]) => (
            <>
              <label for={name}>{label}</label>
              <input id={name} name={name} />
            </>
          )}
        </For>
        <label for="shape">Authorization parameters</label>
        <select id="shape" name="shape">
          <For each={shapeNames}>{(shape) => <option>{shape}</option>}</For>
        </select>
        <label class="checkbox">
          <input type="checkbox" name="stay" />
          Stay on this page
        </label>
        <label class="checkbox">
          <input type="checkbox" name="popup" />
          In a popup
        </label>
        <button class="button primary" disabled={isBusy()}>
          Call signIn()
        </button>
      </form>
      <h2 id="verdict">Verdict</h2>
      <output class="verdict" aria-labelledby="verdict">
        {verdict()}
      </output>
    </>
  );
}
