import { useSession } from "@sojourn/react";
import { Loading } from "shared/components";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
const { data: session, status } = useSession({ required: true });
if (status === "loading") return <Loading />;
`;

const Protected: AppPage = () => {
  const { data: session, status } = useSession({ required: true });
  if (status === "loading") return <Loading />;

  return (
    <Page
      title={`For your eyes, ${session.user.name}`}
      lead="Only who is signed in sees this. Everybody else is sent to the sign-in page, and lands here afterwards."
      code={code}
    />
  );
};

export default Protected;
