import { Component } from "@angular/core";
import { injectSession } from "@sojourn/angular";

@Component({
  template: `
    @if (session.data(); as known) {
      <h1>For your eyes, {{ known.user?.name }}</h1>
      <p class="lead">
        Your role is {{ known.user?.role }}. A guard of the route lets only users in who are signed
        in.
      </p>
    } @else {
      <h1>One moment …</h1>
    }
  `,
})
export class ProtectedPage {
  readonly session = injectSession();
}
