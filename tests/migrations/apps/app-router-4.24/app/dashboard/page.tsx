"use client";

import { RenameForm } from "@/components/rename-form";
import { useRequiredSession } from "@/components/use-required-session";

export default function DashboardPage() {
  const { data: session, status } = useRequiredSession();
  if (status === "loading") return <p>Loading the dashboard …</p>;
  return (
    <>
      <h1>Dashboard</h1>
      <p>Mail goes to {session.user?.email ?? "nobody"}</p>
      <RenameForm />
    </>
  );
}
