import { signIn, signInByPopup } from "@sojourn/react";
import { useEffect, useRef } from "react";
import { showCallForm, type SignInArguments } from "../../by-hand.ts";

/** A page that opens no popups loads no code for them, so there are two functions. */
function signInAsAsked(...[provider, options, parameters]: SignInArguments): Promise<unknown> {
  if (provider && options["popup"]) return signInByPopup(provider, options, parameters);
  return signIn(provider, options, parameters);
}

/** `signIn()` with arguments of one's choice, and what it resolves to. */
export function SignInByHand() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current) showCallForm(root.current, signInAsAsked);
  }, []);
  return <div ref={root} />;
}
