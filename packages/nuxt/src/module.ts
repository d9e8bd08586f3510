import {
  addImports,
  addPlugin,
  addRouteMiddleware,
  addServerImports,
  addServerPlugin,
  createResolver,
  defineNuxtModule,
} from "@nuxt/kit";
import type { NuxtModule } from "nuxt/schema";
import { defaults, type ModuleOptions } from "./options.ts";

export type { ModuleOptions } from "./options.ts";
export type { RenderedSession } from "./runtime/install.ts";

// The types of `@sojourn/vue` are part of this API, and an app can only augment a `Register` that is
// exported here.
export type {
  ClientSafeProvider,
  CsrfError,
  DefaultSession,
  Environment,
  GetSessionOptions,
  InspectedStep,
  Inspector,
  Popup,
  Recorder,
  RecorderOptions,
  Recording,
  RefetchOptions,
  Register,
  RegisteredSession,
  ReplayOptions,
  RequestClient,
  RequestSource,
  SchemaIssue,
  SchemaResult,
  Session,
  SessionBase,
  SessionClient,
  SessionClientOptions,
  SessionError,
  SessionErrorDetails,
  SessionEventMap,
  SessionFetchError,
  SessionFetchErrorCode,
  SessionObserver,
  SessionOf,
  SessionSchema,
  SessionSnapshot,
  SessionStatus,
  SessionStore,
  SessionStoreOptions,
  SessionView,
  ShownSnapshot,
  SignInAuthorizationParams,
  SignInError,
  SignInErrorCode,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
  Sojourn,
  SojournOptions,
  Stop,
  TabChannel,
  UnsafeRedirectError,
  UseSessionOptions,
  UseSessionResult,
  User,
} from "@sojourn/vue";

/**
 * The Nuxt module: `modules: ["@sojourn/nuxt"]`. Its options are those of `sojourn` in
 * `nuxt.config`, and `runtimeConfig.public.sojourn` at runtime.
 *
 * @see https://nuxt.com/docs/4.x/guide/going-further/modules
 */
const sojourn: NuxtModule<ModuleOptions, ModuleOptions> = defineNuxtModule<ModuleOptions>({
  meta: { name: "@sojourn/nuxt", configKey: "sojourn", compatibility: { nuxt: "^4.0.0" } },
  defaults,
  setup(options, nuxt) {
    const { resolve } = createResolver(import.meta.url);
    const { public: config } = nuxt.options.runtimeConfig;
    // What the app has written there itself is the last word.
    config["sojourn"] = { ...options, ...(config["sojourn"] as ModuleOptions | undefined) };

    addPlugin({ src: resolve("./runtime/plugin.server"), mode: "server" });
    addPlugin({ src: resolve("./runtime/plugin.client"), mode: "client" });
    addRouteMiddleware({ name: "auth", path: resolve("./runtime/middleware/auth") });
    addRouteMiddleware({ name: "guest", path: resolve("./runtime/middleware/guest") });
    const composables = ["useSession", "useSessionClient", "useCallbackUrl"];
    addImports(composables.map((name) => ({ name, from: resolve("./runtime/composables") })));
    addServerPlugin(resolve("./runtime/plugin.nitro"));
    const server = resolve("./runtime/server/get-server-session");
    addServerImports([{ name: "getServerSession", from: server }]);
  },
});

export default sojourn;
