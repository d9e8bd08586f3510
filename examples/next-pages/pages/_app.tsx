import { withDevtools } from "@sojourn/devtools";
import { SojournDevtools } from "@sojourn/devtools/react";
import { SessionProvider } from "@sojourn/react";
import type { AppProps } from "next/app";
import type { Session } from "next-auth";
import { Auth } from "../components/auth";
import { Layout } from "../components/layout";
import "shared/look.css";
import type { AppPage } from "../types/page";

type Props = AppProps<{ session?: Session | null }> & { Component: AppPage };

// Only `next dev` has the devtools; see the package's README.
const options = withDevtools();

export default function App({ Component, pageProps: { session, ...pageProps } }: Props) {
  const page = <Component {...pageProps} />;

  return (
    <SessionProvider {...options} session={session} refetchInterval={Component.refetchInterval}>
      <Layout withoutSession={Component.withoutSession}>
        {Component.auth ? <Auth options={Component.auth}>{page}</Auth> : page}
      </Layout>
      <SojournDevtools />
    </SessionProvider>
  );
}
