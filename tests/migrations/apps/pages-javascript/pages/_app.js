import { SessionProvider } from "next-auth/react";
import { Header } from "../components/header";

export default function App({ Component, pageProps }) {
  return (
    <SessionProvider session={pageProps.session} refetchOnWindowFocus={false}>
      <Header />
      <Component {...pageProps} />
    </SessionProvider>
  );
}
