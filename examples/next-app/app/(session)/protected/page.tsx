"use client";

import { useSession } from "@sojourn/react";
import { Loading } from "shared/components";
import { Page } from "../../../components/page";

const code = `
const { data: session, status } = useSession({ required: true });
if (status === "loading") return <Loading />;
`;

export default function Protected() {
  const { data: session, status } = useSession({ required: true });
  if (status === "loading") return <Loading />;

  return (
    <Page
      title={`For your eyes, ${session.user.name}`}
      lead="Only who is signed in sees this. Everybody else is sent to the sign-in page, and lands here afterwards."
      code={code}
    />
  );
}
