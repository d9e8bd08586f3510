import { type SignInAuthorizationParams, signIn } from "@sojourn/react";
import { type FormEvent, useState } from "react";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
const { ok, status, error, code, url } = await signIn(
  "openid",
  { callbackUrl: "/", redirect: false },
  { prompt: "login", login_hint: "ada@example.com" },
);
`;

const said = { prompt: "login", login_hint: "ada@example.com" };

/** The shapes in which one may give authorization parameters. */
const shapes: Record<string, SignInAuthorizationParams | undefined> = {
  none: undefined,
  object: said,
  string: String(new URLSearchParams(said)),
  pairs: Object.entries(said),
  URLSearchParams: new URLSearchParams(said),
};

const texts = ["Provider", "Username", "Password", "Email", "Callback URL"] as const;

const Doors: AppPage = () => {
  const [verdict, setVerdict] = useState<string | null>("");

  async function call(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name)) || undefined;
    setVerdict(null);
    try {
      const result = await signIn(
        given("Provider"),
        {
          ...(given("Username") && { username: given("Username") }),
          ...(given("Password") && { password: given("Password") }),
          ...(given("Email") && { email: given("Email") }),
          ...(given("Callback URL") && { callbackUrl: given("Callback URL") }),
          redirect: !form.has("stay"),
        },
        shapes[given("shape") ?? "none"],
      );
      setVerdict(JSON.stringify(result ?? "undefined"));
    } catch (error) {
      const { name, code: reason } = error as Error & { code?: string };
      setVerdict(JSON.stringify({ thrown: name, code: reason }));
    }
  }

  return (
    <Page
      title="Every door"
      lead="Call signIn() with whatever you like, and see what it makes of it. Providers here are credentials, openid and email, as far as the server has them."
      code={code}
    >
      <form method="post" className="form" onSubmit={call}>
        {texts.map((name) => (
          <div key={name} className="field">
            <label htmlFor={name}>{name}</label>
            <input id={name} name={name} autoComplete="off" autoCapitalize="none" />
          </div>
        ))}
        <label htmlFor="shape">Authorization parameters</label>
        <select id="shape" name="shape">
          {Object.keys(shapes).map((shape) => (
            <option key={shape}>{shape}</option>
          ))}
        </select>
        <label className="checkbox">
          <input type="checkbox" name="stay" />
          Stay on this page
        </label>
        <button className="button primary" type="submit" disabled={verdict === null}>
          Call signIn()
        </button>
      </form>
      <h2 id="verdict">Verdict</h2>
      <output className="verdict" aria-labelledby="verdict">
        {verdict}
      </output>
    </Page>
  );
};

export default Doors;
