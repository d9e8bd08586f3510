import { Loading } from "common/components";

export default function LoadingActions() {
  return <Loading />;
}
