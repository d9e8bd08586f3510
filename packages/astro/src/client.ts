export { client } from "./island.ts";
export {
  refreshOnChange,
  type Navigate,
  type RefreshOnChangeOptions,
} from "./refresh-on-change.ts";
