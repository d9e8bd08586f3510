import { Suspense } from "react";
import { Account } from "../../account";
import { Greeting } from "./greeting";

export default function Page() {
  return (
    <>
      <h1>Shell</h1>
      <Account />
      <Suspense fallback={<p>Streaming</p>}>
        <Greeting />
      </Suspense>
    </>
  );
}
