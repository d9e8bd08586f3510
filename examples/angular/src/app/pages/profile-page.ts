import { Component, signal } from "@angular/core";
import { injectSession } from "@sojourn/angular";

@Component({
  template: `
    <h1>Your profile</h1>
    <p class="lead">Change your name, with another tab in view. It follows within a blink.</p>
    <form method="post" class="form" (submit)="save($event, name.value)">
      <label for="name">Name</label>
      <input id="name" #name name="name" autocomplete="name" />
      <button class="button primary">Save the name</button>
      <p class="form-note" role="status">{{ note() }}</p>
    </form>
  `,
})
export class ProfilePage {
  readonly session = injectSession();
  readonly note = signal("");

  async save(event: Event, name: string): Promise<void> {
    event.preventDefault();
    const session = await this.session.update({ name }).catch(() => null);
    const isSaved = session?.user?.name === name;
    this.note.set(isSaved ? "Saved. Look at your other tabs." : "That wasn’t accepted.");
  }
}
