import { Page } from "../../components/page";
import type { AppPage } from "../../types/page";

const Sent: AppPage = () => (
  <Page
    title="Look into your mailbox"
    lead="There is a link for you. It signs you in once, in the browser that you open it with."
  />
);

export default Sent;
