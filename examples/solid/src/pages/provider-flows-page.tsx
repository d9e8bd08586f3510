// signIn() with any arguments, for the tests of all provider flows: no part of the example.
import { useSession } from "@sojourn/solid";
import { showCallForm } from "shared/by-hand";

/** `signIn()` by hand, and what it comes to. */
export function ProviderFlowsPage() {
  const { signIn } = useSession();
  return (
    <>
      <h1>Every provider flow</h1>
      <p class="lead">Call signIn() with whatever you like, and see what it makes of it.</p>
      <div ref={(root) => showCallForm(root, signIn)} />
    </>
  );
}
