"use client";

import { getSession, signOut, useSession } from "next-auth/react";
import { useState } from "react";
import { describe, namesOf } from "@/lib/describe";
import { endsWith } from "@/lib/ends-with";
import { RenameButton } from "./rename-button";

const leave = () => signOut({ redirect: false });

export function Player() {
  const { data, status, update } = useSession();
  const [message, setMessage] = useState("");
  const ask = endsWith(getSession, (session) => setMessage(`Asked: ${namesOf([session])[0]}`));
  const signOutHere = endsWith(leave, ({ url }) => setMessage(`Left for ${new URL(url).pathname}`));

  return (
    <>
      <p>You are {describe(data, status)}</p>
      <button onClick={() => ask()}>Who am I?</button>
      {data && <RenameButton data={data} update={update} />}
      {data && <button onClick={() => signOutHere()}>Leave</button>}
      <output>{message}</output>
    </>
  );
}
