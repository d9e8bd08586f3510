import { SessionProvider } from "next-auth/react";
import { Auth } from "../components/auth";
import { Header } from "../components/header";
import type { PageProps } from "../types/page";

export default function App({ Component, pageProps: { session, ...pageProps } }: PageProps) {
  const page = <Component {...pageProps} />;
  return (
    <SessionProvider session={session} refetchInterval={5 * 60}>
      <Header />
      {Component.auth ? <Auth>{page}</Auth> : page}
    </SessionProvider>
  );
}
