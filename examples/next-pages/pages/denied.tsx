import { useSession } from "@sojourn/react";
import Link from "next/link";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const Denied: AppPage = () => {
  const { data: session } = useSession();

  return (
    <Page
      title="That page is for admins"
      lead={
        session
          ? `You are signed in as ${session.user.name}, a ${session.user.role}. Ada has the keys.`
          : "You are signed out. Ada has the keys."
      }
    >
      <p>
        <Link className="button primary" href="/auth/signin?callbackUrl=/admin">
          Sign in as somebody else
        </Link>
      </p>
    </Page>
  );
};

export default Denied;
