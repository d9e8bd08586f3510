import type { AppProps } from "next/app";

/** Each half brings a provider of its own. */
export default function App({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}
