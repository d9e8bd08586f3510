import { signIn, useSession } from "@sojourn/react";
import { useState } from "react";
import { Loading } from "shared/components";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
const { status } = useSession({
  required: true,
  onUnauthenticated() {
    setRefusals((count) => count + 1);
  },
});
`;

const Custom: AppPage = () => {
  const [refusals, setRefusals] = useState(0);
  const { data: session, status } = useSession({
    required: true,
    onUnauthenticated() {
      setRefusals((count) => count + 1);
    },
  });

  if (status === "loading" && refusals === 0) return <Loading />;

  return (
    <Page
      title={session ? `Good to see you, ${session.user.name}` : "You’d have to sign in for this"}
      lead={
        session
          ? "Sign out, in this tab or in another, and this page will ask you back in. It won’t send you away."
          : "Instead of sending you away, this page decided to stay and ask."
      }
      code={code}
    >
      {!session && (
        <p>
          <button className="button primary" type="button" onClick={() => signIn()}>
            Sign in and come back
          </button>
        </p>
      )}
      <p className="note">
        <code>onUnauthenticated</code> was called <output>{refusals}</output>{" "}
        {refusals === 1 ? "time" : "times"}.
      </p>
    </Page>
  );
};

export default Custom;
