export { refreshOnChange } from "./kit/refresh-on-change.ts";
export {
  setRenderedSession,
  type KitNavigation,
  type RenderedSession,
} from "./kit/set-rendered-session.ts";
