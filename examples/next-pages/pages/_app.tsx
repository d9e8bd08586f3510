import { SessionProvider } from "@sojourn/react";
import type { AppProps } from "next/app";
import type { Session } from "next-auth";
import { Auth } from "../components/auth";
import { Layout } from "../components/layout";
import "shared/look.css";
import type { AppPage } from "../types/page";

type Props = AppProps<{ session?: Session | null }> & { Component: AppPage };

export default function App({ Component, pageProps: { session, ...pageProps } }: Props) {
  const page = <Component {...pageProps} />;

  return (
    <SessionProvider session={session} refetchInterval={Component.refetchInterval}>
      <Layout withoutSession={Component.withoutSession}>
        {Component.auth ? <Auth options={Component.auth}>{page}</Auth> : page}
      </Layout>
    </SessionProvider>
  );
}
