import { afterNextRender, Component, inject, signal } from "@angular/core";
import { ActivatedRoute } from "@angular/router";
import { type ClientSafeProvider, injectSessionClient } from "@sojourn/angular";
import { ProviderForm } from "./provider-form.ts";

const messages: Record<string, string> = {
  CredentialsSignin: "That username and password don’t belong together.",
  unreachable: "The server can’t be reached. Please try again.",
};

@Component({
  imports: [ProviderForm],
  template: `
    <h1>Sign in</h1>
    <p class="lead">This page is the app’s own, built from what getProviders() returns.</p>
    <p class="form-error" role="alert" [attr.data-code]="error()">{{ message(error()) }}</p>
    @for (provider of providers(); track provider.id) {
      <app-provider-form
        [provider]="provider"
        [callbackUrl]="callbackUrl"
        (failed)="error.set($event)"
      />
    }
  `,
})
export class SignInPage {
  readonly client = injectSessionClient();
  readonly query = inject(ActivatedRoute).snapshot.queryParamMap;
  // The server takes none of another origin.
  readonly callbackUrl = this.query.get("callbackUrl") ?? "/";
  readonly error = signal(this.query.get("error") ?? "");
  readonly providers = signal<ClientSafeProvider[]>([]);

  constructor() {
    afterNextRender(async () => {
      const list = await this.client.getProviders().catch(() => null);
      this.providers.set(Object.values(list ?? {}));
      if (!list) this.error.set("unreachable");
    });
  }

  message(code: string): string {
    return code && (messages[code] ?? `Signing in failed (${code}).`);
  }
}
