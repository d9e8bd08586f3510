import Head from "next/head";
import type { ReactNode } from "react";

interface Props {
  title: string;
  lead: ReactNode;
  /** The lines that make this page work, as one would write them. */
  code?: string;
  children?: ReactNode;
}

export function Page({ title, lead, code, children }: Props) {
  return (
    <article className="page">
      <Head>
        <title>{`${title} · Sojourn`}</title>
      </Head>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {children}
      {code && (
        <figure className="code">
          <figcaption>How this page does it</figcaption>
          <pre>
            <code>{code.trim()}</code>
          </pre>
        </figure>
      )}
    </article>
  );
}
