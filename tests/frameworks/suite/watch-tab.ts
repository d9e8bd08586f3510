import type { Page } from "@playwright/test";
import type { FrameworkTab } from "@sojourn/testing/adapter-contract";

type Watch = Pick<FrameworkTab, "sessionRequests" | "renderRequests" | "complaints">;

/** Files, and what a browser asks for by itself, are none of these. */
const renderTypes = ["document", "fetch", "xhr"];

/** Notes what a tab requests, and what it writes to the console, from now on. */
export function watchTab(tab: Page, authPath: string): Watch {
  const complaints: string[] = [];
  const renderRequests: string[] = [];
  let sessionRequests = 0;

  tab.on("pageerror", (error) => complaints.push(String(error)));
  tab.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) complaints.push(message.text());
  });
  tab.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === `${authPath}/session`) sessionRequests += 1;
    if (pathname.startsWith(`${authPath}/`) || !renderTypes.includes(request.resourceType()))
      return;
    renderRequests.push(
      [request.method(), pathname + search, request.postData()].filter(Boolean).join(" "),
    );
  });

  return {
    sessionRequests: () => sessionRequests,
    renderRequests: () => renderRequests,
    complaints: () => complaints,
  };
}
