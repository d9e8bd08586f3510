import { getSession } from "@sojourn/react";
import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const code = `
Initial.getInitialProps = async (ctx) => {
  const session = await getSession({ ctx });
  return { name: session?.user.name ?? null };
};
`;

interface Props {
  name: string | null;
}

const Initial: AppPage<Props> = ({ name }) => (
  <Page
    title={name ? `Here comes ${name}` : "Here comes nobody"}
    lead="Load this page, and the server asks with your cookie. Come here by a link, and the browser asks."
    code={code}
  />
);

Initial.getInitialProps = async (ctx) => {
  const session = await getSession({ ctx });
  return { name: session?.user.name ?? null };
};

export default Initial;
