import { useSession } from "next-auth/react";
import type { Page } from "../types/page";

const Members: Page = () => {
  const { data: session } = useSession({ required: true });
  return <h1>Members only, {session?.user.name}</h1>;
};

Members.auth = true;

export default Members;
