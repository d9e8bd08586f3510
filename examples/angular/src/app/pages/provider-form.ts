import { Component, inject, input, output, signal } from "@angular/core";
import { Router } from "@angular/router";
import { type ClientSafeProvider, injectSession } from "@sojourn/angular";
import { toPathInApp } from "@sojourn/core/server";

/** Returns the path of an address of this origin. */
function ownPath(url: string): string | undefined {
  const { origin, href } = new URL(url, location.href);
  return origin === location.origin ? toPathInApp(href, origin) : undefined;
}

@Component({
  selector: "app-provider-form",
  host: { style: "display: contents" },
  template: `
    <form #form method="post" class="form" (submit)="submit($event, form)">
      @switch (provider().type) {
        @case ("credentials") {
          <label for="username">Username</label>
          <input
            id="username"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            required
          />
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
          <label class="checkbox">
            <input #byPageLoad type="checkbox" (change)="goesByPageLoad.set(byPageLoad.checked)" />
            Go there by a full page load
          </label>
          <button class="button primary" [disabled]="isBusy()">Sign in</button>
        }
        @case ("email") {
          <label for="email">Email</label>
          <input id="email" name="email" type="email" autocomplete="email" required />
          <button class="button" [disabled]="isBusy()">Send me a link</button>
        }
        @default {
          <button class="button" [disabled]="isBusy()">Sign in with {{ provider().name }}</button>
        }
      }
    </form>
  `,
})
export class ProviderForm {
  readonly provider = input.required<ClientSafeProvider>();
  readonly callbackUrl = input.required<string>();
  readonly failed = output<string>();
  readonly session = injectSession();
  readonly router = inject(Router);
  readonly goesByPageLoad = signal(false);
  readonly isBusy = signal(false);

  async submit(event: Event, form: HTMLFormElement): Promise<void> {
    event.preventDefault();
    const { id, type } = this.provider();
    const isLeaving = type !== "credentials" || this.goesByPageLoad();
    const fields = Object.fromEntries(new FormData(form));
    this.isBusy.set(true);
    this.failed.emit("");
    try {
      const callbackUrl = this.callbackUrl();
      const options = { ...fields, callbackUrl, redirect: isLeaving };
      const answer = await this.session.signIn(id, options);
      const path = answer?.url && ownPath(answer.url);
      if (answer?.ok && path) await this.router.navigateByUrl(path);
      if (isLeaving || answer?.ok) return; // The browser is on its way to another page.
      this.failed.emit(answer?.error ?? "unreachable");
    } catch {
      this.failed.emit("unreachable");
    }
    this.isBusy.set(false);
  }
}
