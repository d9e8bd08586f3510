// signIn() with any arguments: what all apps' pages for it have in common.

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

/** For the field `shape`. */
export const shapeNames: readonly string[] = Object.keys(shapes);

/** The names of text fields, and what stands beside them. */
export const labels: Readonly<Record<string, string>> = {
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
 * @returns the verdict: what it resolved or rejected to, as JSON. It never rejects.
 */
export async function callByHand(signIn: SignIn, form: HTMLFormElement): Promise<string> {
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
