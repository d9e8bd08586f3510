import type { Metadata } from "next";
import { Page } from "../../../components/page";

export const metadata: Metadata = { title: "A link is on its way" };

export default function Sent() {
  return (
    <Page
      title="Look into your mailbox"
      lead="The link in it signs you in. It works once, and for a day."
    />
  );
}
