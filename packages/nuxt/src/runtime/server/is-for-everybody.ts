import { isShared } from "@sojourn/core/server";
import { getResponseHeader, type H3Event } from "h3";
import { contextOf, outerContextOf, type SojournContext } from "./context.ts";

function isCached({ _nitro, cache }: SojournContext): boolean {
  const rules = _nitro?.routeRules;
  return Boolean(cache || rules?.cache || rules?.isr);
}

/** Whether a cache gives the response to everybody. Nitro then hides the request's cookies, too. */
export function isForEverybody(event: H3Event): boolean {
  if (isCached(contextOf(event)) || isCached(outerContextOf(event))) return true;
  return isShared(getResponseHeader(event, "cache-control")?.toString());
}
