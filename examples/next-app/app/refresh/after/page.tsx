import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../components/page";

export const metadata: Metadata = { title: "After the sign-out" };

export default function AfterTheSignOut() {
  return (
    <Page
      title="After the sign-out"
      lead="This page has the same layout as the one before. Next keeps a layout, but this one was rendered again."
    >
      <p>
        <Link href="/refresh">Back</Link>
      </p>
    </Page>
  );
}
