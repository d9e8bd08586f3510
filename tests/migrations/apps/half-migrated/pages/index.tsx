import { useState } from "react";
import { Invoices } from "../billing/invoices";
import { receipt } from "../billing/receipt";
import { Login } from "../legacy/login";

export default function Home() {
  const [text, setText] = useState("");
  return (
    <main>
      <Login />
      <Invoices />
      <button onClick={async () => setText(await receipt(1852))}>Receipt</button>
      <output>{text}</output>
    </main>
  );
}
