import type { Preview } from "@storybook/react-vite";
import type { Session } from "next-auth";
import { SessionProvider } from "next-auth/react";

const preview: Preview = {
  parameters: { layout: "centered" },
  decorators: [
    (Story, { parameters }) => (
      <SessionProvider
        session={(parameters.session as Session | undefined) ?? null}
        refetchOnWindowFocus={false}
        refetchInterval={0}
      >
        <Story />
      </SessionProvider>
    ),
  ],
};

export default preview;
