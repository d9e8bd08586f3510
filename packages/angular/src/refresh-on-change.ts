import { afterNextRender, DestroyRef, inject, NgZone, untracked } from "@angular/core";
import type { RegisteredSession } from "@sojourn/core";
import { createRefresher, type RefreshOptions } from "@sojourn/core/refresh";
import { injectSojourn } from "./session-context.ts";

/**
 * Calls `refresh` when the session is not the one for which the server has rendered the page: once
 * after a sign-in, a sign-out or an update, in any tab. Call it in an injection context, as in the
 * constructor of a component. `@sojourn/angular/router` has `reloadOnChange` for what routes resolve.
 *
 * @throws Error without `provideSojourn`, and outside of an injection context
 * @example
 * readonly orders = httpResource<Order[]>(() => "/api/orders");
 * constructor() {
 *   refreshOnChange(() => this.orders.reload());
 * }
 */
export function refreshOnChange(
  refresh: () => unknown,
  options?: RefreshOptions<RegisteredSession>,
): void {
  const { client, rendered, tick } = injectSojourn();
  const destroyRef = inject(DestroyRef);
  const zone = inject(NgZone);
  const isHydrating = untracked(tick) === 0;
  const refresher = createRefresher(client, {
    // A server that did not know the session has rendered the page for nobody.
    rendered: isHydrating ? (untracked(rendered) ?? null) : undefined,
    ...options,
  });
  // This never runs on a server, and outside of a zone of Angular.
  afterNextRender(() => {
    destroyRef.onDestroy(refresher.start(() => zone.run(refresh)));
  });
}
