import { Component, input } from "@angular/core";
import type { Role } from "shared/users";

/** What the API says of the user of its request. */
export interface RenderedFor {
  readonly name: string | null;
  readonly role: Role | null;
}

@Component({
  template: `
    <h1>From the server</h1>
    <p class="lead" data-rendered-for>
      The server has rendered this for {{ user().name ?? "nobody" }}.
    </p>
    @if (user().role; as role) {
      <p>Role: {{ role }}</p>
    }
    <p>The text is what the route’s resolver has got. It runs again when the session changes.</p>
  `,
})
export class ServerPage {
  // From the route's resolver.
  readonly user = input.required<RenderedFor>();
}
