import type * as React from "react";
import type { SojournDevtoolsPanelProps, SojournDevtoolsProps } from "../react/devtools.tsx";

type Nothing<Props> = (props: Props) => React.JSX.Element | null;

/** Renders nothing. */
export const SojournDevtools: Nothing<SojournDevtoolsProps> = () => null;

/** Renders nothing. */
export const SojournDevtoolsPanel: Nothing<SojournDevtoolsPanelProps> = () => null;
