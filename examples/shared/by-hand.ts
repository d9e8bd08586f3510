// signIn() with any arguments, for the tests of all provider flows: no part of the examples.

/** What `signIn` takes, of whichever framework. */
export type SignInArguments = [
  provider: string | undefined,
  options: Record<string, unknown>,
  authorizationParams: string | string[][] | Record<string, string> | URLSearchParams | undefined,
];

/** Whatever an app has under that name. */
type SignIn = (...args: SignInArguments) => Promise<unknown>;

const said = { prompt: "login", login_hint: "ada@example.com" };

/** The shapes in which one may give authorization parameters: all say the same. */
const shapes = {
  none: undefined,
  object: said,
  string: new URLSearchParams(said).toString(),
  pairs: Object.entries(said),
  URLSearchParams: new URLSearchParams(said),
};

/** The names of text fields, and what stands beside them. */
const labels: Readonly<Record<string, string>> = {
  provider: "Provider",
  username: "Username",
  password: "Password",
  email: "Email",
  callbackUrl: "Callback URL",
};

/**
 * Calls `signIn()` with what a form says, before anything is waited for: elsewhere browsers block
 * popups. Empty fields are left out.
 *
 * @returns what it resolved or rejected to, as JSON. It never rejects.
 */
async function callByHand(signIn: SignIn, form: HTMLFormElement): Promise<string> {
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  const { provider, shape, stay, popup, ...fields } = Object.fromEntries(given);
  const options = { ...fields, ...(stay && { redirect: false }), ...(popup && { popup: true }) };
  try {
    const answer = await signIn(
      provider && String(provider),
      options,
      shapes[shape as keyof typeof shapes],
    );
    return JSON.stringify(answer ?? "undefined");
  } catch (error) {
    const { name, code } = error as Error & { code?: string };
    return JSON.stringify({ thrown: name, code });
  }
}

const textFields = Object.entries(labels).map(
  ([name, label]) => `<label for="${name}">${label}</label><input id="${name}" name="${name}">`,
);

const FORM = `
  <form method="post" class="form">
    ${textFields.join("")}
    <label for="shape">Authorization parameters</label>
    <select id="shape" name="shape">
      ${Object.keys(shapes)
        .map((name) => `<option>${name}</option>`)
        .join("")}
    </select>
    <label class="checkbox"><input type="checkbox" name="stay"> Stay on this page</label>
    <label class="checkbox"><input type="checkbox" name="popup"> In a popup</label>
    <button class="button primary">Call signIn()</button>
  </form>
  <h2 id="result">Result</h2>
  <output class="result" aria-labelledby="result"></output>`;

/** Shows a form that calls `signIn()` with what is in its fields, and what it resolves to, in an element. */
export function showCallForm(root: Element, signIn: SignIn): void {
  root.innerHTML = FORM;
  // The elements are those of FORM.
  const form = root.querySelector("form") as HTMLFormElement;
  const button = root.querySelector("button") as HTMLButtonElement;
  const result = root.querySelector("output") as HTMLOutputElement;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    result.textContent = "";
    button.disabled = true;
    result.textContent = await callByHand(signIn, form);
    button.disabled = false;
  });
}
