import { Component } from "@angular/core";
import { RouterLink, RouterOutlet } from "@angular/router";
import { reloadOnChange } from "@sojourn/angular/router";
import icon from "shared/icon.svg";
import { SessionBadge } from "./session-badge.ts";

@Component({
  selector: "app-root",
  imports: [RouterLink, RouterOutlet, SessionBadge],
  host: { style: "display: contents" },
  template: `
    <header class="top">
      <a class="brand" routerLink="/"><img class="mark" [src]="icon" alt="" />Sojourn</a>
      <app-session-badge />
      <button class="button menu-button" type="button" popovertarget="tour">Pages</button>
    </header>
    <div class="columns">
      <nav id="tour" class="tour" popover="auto" aria-label="Pages">
        <h2>Pages</h2>
        <ul>
          <li><a routerLink="/">Three tabs</a></li>
          <li><a routerLink="/profile">Your profile</a></li>
          <li><a routerLink="/server">From the server</a></li>
          <li><a routerLink="/protected">Signed-in only</a></li>
        </ul>
      </nav>
      <main class="page"><router-outlet /></main>
    </div>
  `,
})
export class App {
  readonly icon = icon;

  constructor() {
    reloadOnChange();
  }
}
