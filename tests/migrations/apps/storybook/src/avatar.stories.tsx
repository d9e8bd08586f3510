import type { Meta, StoryObj } from "@storybook/react-vite";
import { SessionContext, type SessionContextValue, SessionProvider } from "next-auth/react";
import { expect, fn, userEvent, within } from "storybook/test";
import { Avatar } from "./avatar";
import { ada, grace } from "./sessions";

const update = fn<SessionContextValue["update"]>(async () => ada);

const meta = {
  component: Avatar,
  decorators: [
    (Story) => (
      <SessionContext.Provider value={{ data: ada, status: "authenticated", update }}>
        <Story />
      </SessionContext.Provider>
    ),
  ],
} satisfies Meta<typeof Avatar>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Closed: Story = {};

export const Opened: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "A" }));
    await userEvent.click(canvas.getByRole("button", { name: "Refresh" }));
    await expect(update).toHaveBeenCalledTimes(1);
  },
};

export const SomebodyElse: Story = {
  decorators: [
    (Story) => (
      <SessionProvider session={grace}>
        <Story />
      </SessionProvider>
    ),
  ],
};

export const Loading: Story = {
  decorators: [
    (Story) => (
      <SessionContext.Provider value={{ data: null, status: "loading", update }}>
        <Story />
      </SessionContext.Provider>
    ),
  ],
};
