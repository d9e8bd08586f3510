import { HttpClient } from "@angular/common/http";
import { inject } from "@angular/core";
import type { Routes } from "@angular/router";
import { signedInGuard } from "@sojourn/angular/router";
import { HomePage } from "./pages/home-page.ts";
import { ProfilePage } from "./pages/profile-page.ts";
import { ProtectedPage } from "./pages/protected-page.ts";
import { SentPage } from "./pages/sent-page.ts";
import { type RenderedFor, ServerPage } from "./pages/server-page.ts";
import { SignInPage } from "./pages/sign-in-page.ts";

const loadUser = () => inject(HttpClient).get<RenderedFor>("/api/rendered-for");

export const routes: Routes = [
  { path: "", component: HomePage },
  { path: "profile", component: ProfilePage },
  {
    path: "server",
    component: ServerPage,
    resolve: { user: loadUser },
    runGuardsAndResolvers: "always",
  },
  {
    path: "protected",
    component: ProtectedPage,
    canActivate: [signedInGuard],
    runGuardsAndResolvers: "always",
  },
  { path: "auth/signin", component: SignInPage },
  { path: "auth/sent", component: SentPage },
];
