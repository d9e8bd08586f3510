import { Loading } from "shared/components";

export default function LoadingActions() {
  return <Loading />;
}
