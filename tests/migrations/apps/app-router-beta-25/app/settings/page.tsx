"use client";

import { useSession } from "next-auth/react";

export default function SettingsPage() {
  const { data: session } = useSession({ required: true });
  return (
    <>
      <h1>Settings</h1>
      <p>{session?.user.email}</p>
    </>
  );
}
