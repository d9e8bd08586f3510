import { Component, computed, inject, InjectionToken, type Provider } from "@angular/core";
import type { ContractConsumer } from "@sojourn/testing/adapter-contract";
import { injectSession, injectSessionClient } from "../../src/index.ts";

const CONSUMERS: InjectionToken<readonly ContractConsumer[]> = new InjectionToken("consumers");
const NEXT: InjectionToken<() => ContractConsumer> = new InjectionToken("next consumer");

const Consumer = Component({ selector: "app-consumer", template: "<p>{{ line() }}</p>" })(
  class {
    readonly consumer = inject(NEXT)();
    readonly session = injectSession(this.consumer.options);
    readonly client = injectSessionClient();
    readonly line = computed(() => {
      const { status, data, error, update } = this.session;
      const shown = { status: status(), data: data(), error: error(), update };
      return this.consumer.show(shown, this.client);
    });
  },
);

/** A page with a paragraph for each consumer of {@link provideConsumers}. */
export const Page = Component({
  selector: "app-root",
  imports: [Consumer],
  template: "@for (it of consumers; track $index) { <app-consumer /> }",
})(
  class {
    readonly consumers = inject(CONSUMERS);
  },
);

/** Provides the consumers of a page. */
export function provideConsumers(consumers: readonly ContractConsumer[]): Provider[] {
  let index = 0;
  const next = (): ContractConsumer => {
    const consumer = consumers[index];
    index += 1;
    if (consumer) return consumer;
    throw new RangeError("There are more components than consumers");
  };
  return [
    { provide: CONSUMERS, useValue: consumers },
    { provide: NEXT, useValue: next },
  ];
}
