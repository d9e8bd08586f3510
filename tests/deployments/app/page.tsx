"use client";

import { useRouter } from "next/navigation";
import { Welcome } from "../components/welcome.tsx";
import { basePath } from "../base-path.ts";

export default function Home() {
  const router = useRouter();
  return <Welcome accountUrl={`${basePath}/account`} navigate={router.push} />;
}
