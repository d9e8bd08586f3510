import { Component } from "@angular/core";

@Component({
  template: `
    <h1>Sign in once. Every tab knows.</h1>
    <p class="lead">
      This is an Angular app, rendered by <code>&#64;angular/ssr</code> on an Express server. Its
      components call <code>injectSession()</code>, and <code>&#64;sojourn/angular</code> does the
      rest.
    </p>
    <ol class="steps">
      <li>Open <a href="/" target="_blank">another tab</a>, and one more.</li>
      <li>
        Sign in as <code>ada</code> with <code>lovelace</code>, or as <code>grace</code> with
        <code>hopper</code>. The badge at the top changes in all tabs, with a single request.
      </li>
      <li>Sign out in another tab. All let go at once.</li>
    </ol>
  `,
})
export class HomePage {}
