import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/auth/sent")({ component: Sent });

function Sent() {
  return (
    <>
      <h1>Look into your mailbox</h1>
      <p className="lead">The link in it signs you in. It works once, and for a day.</p>
    </>
  );
}
