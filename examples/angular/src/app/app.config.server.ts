import { type HttpInterceptorFn, provideHttpClient, withInterceptors } from "@angular/common/http";
import { type ApplicationConfig, inject, mergeApplicationConfig, REQUEST } from "@angular/core";
import { provideServerRendering, RenderMode, withRoutes } from "@angular/ssr";
import { provideServerSession } from "@sojourn/angular";
import { readSession } from "@sojourn/core/server";
import { answerAuth } from "../auth.ts";
import { appConfig } from "./app.config.ts";

/** Asks the app's own API for the user of the request, and sends the cookie to no other origin. */
const forwardCookie: HttpInterceptorFn = (request, next) => {
  const { url, headers } = inject(REQUEST) ?? {};
  const cookie = headers?.get("cookie");
  const isOwn = url && new URL(request.url, url).origin === new URL(url).origin;
  return next(cookie && isOwn ? request.clone({ setHeaders: { cookie } }) : request);
};

export const config = mergeApplicationConfig(appConfig, {
  providers: [
    provideServerRendering(withRoutes([{ path: "**", renderMode: RenderMode.Server }])),
    provideServerSession((request) => readSession(request, answerAuth)),
    provideHttpClient(withInterceptors([forwardCookie])),
  ],
} satisfies ApplicationConfig);
