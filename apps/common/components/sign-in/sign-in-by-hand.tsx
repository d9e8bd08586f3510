import { signIn, signInByPopup } from "@sojourn/react";
import { type FormEvent, useState } from "react";
import { callByHand, labels, shapeNames, type SignInArguments } from "../../by-hand.ts";

/** A page that opens no popups loads no code for them, so there are two functions. */
function signInAsAsked(...[provider, options, parameters]: SignInArguments): Promise<unknown> {
  if (provider && options["popup"]) return signInByPopup(provider, options, parameters);
  return signIn(provider, options, parameters);
}

/** `signIn()` with arguments of one's choice, and what it resolves to. */
export function SignInByHand() {
  const [verdict, setVerdict] = useState("");
  const [isCalling, setIsCalling] = useState(false);

  async function call(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setVerdict("");
    setIsCalling(true);
    setVerdict(await callByHand(signInAsAsked, event.currentTarget));
    setIsCalling(false);
  }

  return (
    <form method="post" className="form" onSubmit={call}>
      {Object.entries(labels).map(([name, label]) => (
        <label key={name}>
          {label}
          <input name={name} />
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
          {shapeNames.map((shape) => (
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
