"use client";

import type * as React from "react";
import * as nothing from "./production/react.tsx";
import {
  SojournDevtools as Devtools,
  SojournDevtoolsPanel as DevtoolsPanel,
  type SojournDevtoolsPanelProps,
  type SojournDevtoolsProps,
} from "./react/devtools.tsx";

// Bundlers replace it. The package has no types of Node.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * Adds the devtools to the page: a button in a corner, and the panel. It finds the client of the
 * nearest `SessionProvider` by itself. In production it renders nothing.
 *
 * @example
 * <SessionProvider {...withDevtools()}>
 *   <App />
 *   <SojournDevtools />
 * </SessionProvider>;
 */
export const SojournDevtools: (props: SojournDevtoolsProps) => React.JSX.Element | null =
  process.env.NODE_ENV === "production" ? nothing.SojournDevtools : Devtools;

/**
 * Renders the panel alone, always open, to be put into another tool. In production it renders
 * nothing.
 */
export const SojournDevtoolsPanel: (props: SojournDevtoolsPanelProps) => React.JSX.Element | null =
  process.env.NODE_ENV === "production" ? nothing.SojournDevtoolsPanel : DevtoolsPanel;

export type { SojournDevtoolsPanelProps, SojournDevtoolsProps };
