// signIn() with any arguments, for the tests of all ways in: no part of the example.
import { useSession } from "@sojourn/solid";
import { createSignal, For } from "solid-js";
import type { FormEvent } from "./form-event.ts";

const said = { prompt: "login", login_hint: "ada@example.com" };

/** The shapes in which one may give authorization parameters. */
const shapes = {
  none: undefined,
  object: said,
  string: new URLSearchParams(said).toString(),
  pairs: Object.entries(said),
  URLSearchParams: new URLSearchParams(said),
};

const labels = {
  provider: "Provider",
  username: "Username",
  password: "Password",
  email: "Email",
  callbackUrl: "Callback URL",
};

/** `signIn()` by hand, and what it comes to. */
export function DoorsPage() {
  const { signIn } = useSession();
  const [verdict, setVerdict] = createSignal("");
  const [isBusy, setBusy] = createSignal(false);

  async function call(event: FormEvent) {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "");
    const { provider, shape, stay, popup, ...options } = Object.fromEntries(given);
    setVerdict("");
    setBusy(true);
    try {
      const answer = await signIn(
        provider && String(provider),
        { ...options, redirect: !stay, ...(popup && { popup: true }) },
        shapes[shape as keyof typeof shapes],
      );
      setVerdict(JSON.stringify(answer ?? "undefined"));
    } catch (error) {
      const { name, code } = error as Error & { code?: string };
      setVerdict(JSON.stringify({ thrown: name, code }));
    }
    setBusy(false);
  }

  return (
    <>
      <h1>Every door</h1>
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
          <For each={Object.keys(shapes)}>{(shape) => <option>{shape}</option>}</For>
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
