import { APP_BASE_HREF } from "@angular/common";
import {
  type ApplicationRef,
  Component,
  createComponent,
  type EnvironmentProviders,
  inject,
  InjectionToken,
  type Provider,
} from "@angular/core";
import { createApplication } from "@angular/platform-browser";
import { onTestFinished } from "vitest";

const SETUP: InjectionToken<() => unknown> = new InjectionToken("setup");

const Host = Component({ selector: "test-host", template: "" })(
  class {
    readonly result = inject(SETUP)();
  },
);

/** An app whose component has called a function in its injection context. */
export interface StartedApp<T> {
  readonly application: ApplicationRef;
  /** What the function has returned. */
  readonly result: T;
  /** Destroys the component, and not the app. */
  leave(): void;
}

/** Starts an app, and renders a component that calls a function. The app ends with the test. */
export async function startApp<T>(
  setup: () => T,
  providers: (Provider | EnvironmentProviders)[],
): Promise<StartedApp<T>> {
  const all = [
    ...providers,
    { provide: SETUP, useValue: setup },
    { provide: APP_BASE_HREF, useValue: "/" },
  ];
  const application = await createApplication({ providers: all });
  onTestFinished(() => {
    if (!application.destroyed) application.destroy();
  });
  const component = createComponent(Host, { environmentInjector: application.injector });
  application.attachView(component.hostView);
  // As in an app, Angular itself decides when it renders, and what becomes of errors.
  await application.whenStable();
  // The component is that of `setup`, which the compiler cannot see.
  const { result } = component.instance as { result: T };
  return { application, result, leave: () => component.destroy() };
}
