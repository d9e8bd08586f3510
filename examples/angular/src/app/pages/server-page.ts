import { Component, inject } from "@angular/core";
import { toSignal } from "@angular/core/rxjs-interop";
import { ActivatedRoute } from "@angular/router";

@Component({
  template: `
    <h1>From the server</h1>
    <p class="lead" data-rendered-for>
      The server has rendered this for {{ data()["name"] ?? "nobody" }}.
    </p>
    <p>The text is what the route’s resolver has got. It runs again when the session changes.</p>
  `,
})
export class ServerPage {
  readonly data = toSignal(inject(ActivatedRoute).data, { requireSync: true });
}
