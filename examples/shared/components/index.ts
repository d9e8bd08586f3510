export { DemoUsers } from "./demo-users.tsx";
export { Loading } from "./loading.tsx";
export { Mark } from "./mark.tsx";
export { ThreeTabs } from "./three-tabs.tsx";
