import { type HttpInterceptorFn, provideHttpClient, withInterceptors } from "@angular/common/http";
import { type ApplicationConfig, inject, mergeApplicationConfig, REQUEST } from "@angular/core";
import { provideServerRendering, RenderMode, withRoutes } from "@angular/ssr";
import { provideServerSession } from "@sojourn/angular";
import { readSession } from "@sojourn/core/server";
import { answerAuth } from "../auth.ts";
import { appConfig } from "./app.config.ts";

/** Asks the app's own API for the user of the request. */
const forwardCookie: HttpInterceptorFn = (request, next) => {
  const cookie = inject(REQUEST)?.headers.get("cookie");
  const isOwn = request.url.startsWith("/");
  return next(cookie && isOwn ? request.clone({ setHeaders: { cookie } }) : request);
};

export const config = mergeApplicationConfig(appConfig, {
  providers: [
    provideServerRendering(withRoutes([{ path: "**", renderMode: RenderMode.Server }])),
    provideServerSession((request) => readSession(request, answerAuth)),
    provideHttpClient(withInterceptors([forwardCookie])),
  ],
} satisfies ApplicationConfig);
