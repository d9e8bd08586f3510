import type { Meta, StoryObj } from "@storybook/react-vite";
import { Header } from "./header";
import { ada, grace } from "./sessions";

const meta = {
  component: Header,
  args: { title: "Library" },
} satisfies Meta<typeof Header>;

export default meta;
type Story = StoryObj<typeof meta>;

export const SignedIn: Story = { parameters: { session: ada } };

export const LongAgo: Story = { parameters: { session: grace } };

export const SignedOut: Story = { parameters: { session: null } };
