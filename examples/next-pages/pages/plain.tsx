import { Page } from "../components/page";
import type { AppPage } from "../types/page";

const Plain: AppPage = () => (
  <Page
    title="No session at all"
    lead="Nothing on this page reads the session, so nothing asks for it. There is no badge above, and no request in the network tab."
  />
);

Plain.withoutSession = true;

export default Plain;
