import "./session-badge.ts";
import "./pages/home-page.ts";
import "./pages/profile-page.ts";
import "./pages/sent-page.ts";
import "./pages/sign-in-page.ts";

const pages = new Map([
  ["/", "home-page"],
  ["/auth/signin", "sign-in-page"],
  ["/auth/sent", "sent-page"],
  ["/profile", "profile-page"],
]);

document
  .querySelector("main")
  ?.append(document.createElement(pages.get(location.pathname) ?? "home-page"));
