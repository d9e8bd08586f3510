import type { StorybookConfig } from "@storybook/react-vite";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../src/**/*.stories.tsx"],
  core: { disableTelemetry: true },
  // next-auth reads these as it is loaded.
  viteFinal: (vite) => ({
    ...vite,
    define: { ...vite.define, "process.env": {} },
    optimizeDeps: { ...vite.optimizeDeps, include: ["next-auth/react"] },
  }),
};

export default config;
