export { adapterContract } from "./contract/adapter-contract.ts";
export { toLine } from "./contract/to-line.ts";
export { watchRendering } from "./contract/watch-rendering.ts";
export type {
  AdapterUnderTest,
  CircularApp,
  ConsumerOptions,
  ContractApp,
  ContractConsumer,
  MountedApp,
  ServerPage,
  ServerUnderTest,
  ShownSession,
} from "./contract/adapter.ts";
export type { ContractRule } from "./contract/rule.ts";
export { frameworkContract } from "./framework/framework-contract.ts";
export type {
  FrameworkBrowser,
  FrameworkPages,
  FrameworkTab,
  FrameworkUnderTest,
  ShownUser,
} from "./framework/framework.ts";
