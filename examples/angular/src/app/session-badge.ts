import { Component, signal } from "@angular/core";
import { injectSession } from "@sojourn/angular";

@Component({
  selector: "app-session-badge",
  host: { style: "display: contents" },
  template: `
    <div class="session">
      <p class="badge" role="status" [attr.data-status]="session.status()">
        <span class="badge-dot" aria-hidden="true"></span>
        @if (session.data(); as known) {
          <strong class="badge-name">{{ known.user?.name ?? known.user?.email }}</strong>
        } @else {
          <strong class="badge-name">
            {{ session.status() === "loading" ? "Checking…" : "Signed out" }}
          </strong>
        }
        @if (hasFailed()) {
          <span class="badge-error">still here: that didn’t get through</span>
        }
      </p>
      @if (session.data()) {
        <button class="button" type="button" (click)="leave()">Sign out</button>
      } @else {
        <button
          class="button primary"
          type="button"
          [disabled]="session.status() === 'loading'"
          (click)="session.signIn()"
        >
          Sign in
        </button>
      }
    </div>
  `,
})
export class SessionBadge {
  readonly session = injectSession();
  readonly hasFailed = signal(false);

  async leave(): Promise<void> {
    this.hasFailed.set(false);
    await this.session.signOut().catch(() => this.hasFailed.set(true));
  }
}
