import { signIn } from "@sojourn/react";
import { type FormEvent, useState } from "react";

const pairs = [
  ["prompt", "login"],
  ["login_hint", "ada@example.com"],
];

const authorizationParams = {
  none: undefined,
  object: Object.fromEntries(pairs),
  string: new URLSearchParams(pairs).toString(),
  pairs,
  URLSearchParams: new URLSearchParams(pairs),
};

/** `signIn()` with arguments of one's choice, and what it resolves to. */
export function SignInByHand() {
  const [verdict, setVerdict] = useState("");
  const [isCalling, setIsCalling] = useState(false);

  async function call(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const named = ["username", "password", "email", "callbackUrl"].map((name) => [
      name,
      text(name),
    ]);
    const options = Object.fromEntries(named.filter(([, value]) => value));
    const stays = form.get("stay") === "on";
    const popup = form.get("popup") === "on";
    const shape = text("shape") as keyof typeof authorizationParams;

    setVerdict("");
    setIsCalling(true);
    try {
      const answer = await signIn(
        text("provider") || undefined,
        { ...options, ...(stays && { redirect: false }), ...(popup && { popup }) },
        authorizationParams[shape],
      );
      setVerdict(JSON.stringify(answer ?? "undefined"));
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string };
      setVerdict(JSON.stringify({ thrown: name, code }));
    }
    setIsCalling(false);
  }

  return (
    <form method="post" className="form" onSubmit={call}>
      {["Provider", "Username", "Password", "Email", "Callback URL"].map((label) => (
        <label key={label}>
          {label}
          <input name={label === "Callback URL" ? "callbackUrl" : label.toLowerCase()} />
        </label>
      ))}
      <label className="checkbox">
        <input type="checkbox" name="stay" />
        Stay on this page
      </label>
      <label className="checkbox">
        <input type="checkbox" name="popup" />
        In a popup
      </label>
      <label>
        Authorization parameters{" "}
        <select name="shape">
          {Object.keys(authorizationParams).map((shape) => (
            <option key={shape}>{shape}</option>
          ))}
        </select>
      </label>
      <button className="button primary" type="submit" disabled={isCalling}>
        Call signIn()
      </button>
      <output className="verdict" aria-label="Verdict">
        {verdict}
      </output>
    </form>
  );
}
