import { useSession } from "@sojourn/react";
import { useRouter } from "next/router";
import { type ReactNode, useEffect } from "react";
import type { PageAuth } from "../types/page";
import { Loading } from "shared/components";

interface Props {
  options: true | PageAuth;
  children: ReactNode;
}

/** Shows its children to those who may see them: there, the session is never null. */
export function Auth({ options, children }: Props) {
  const { role, loading = <Loading />, unauthorized = "/" } = options === true ? {} : options;
  const { data: session, status } = useSession({ required: true });
  const router = useRouter();

  const isRefused = status === "authenticated" && role !== undefined && session.user.role !== role;

  useEffect(() => {
    if (isRefused) void router.replace(unauthorized);
  }, [isRefused, router, unauthorized]);

  return status === "loading" || isRefused ? loading : children;
}
