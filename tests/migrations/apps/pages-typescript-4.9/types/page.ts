import type { NextPage } from "next";
import type { AppProps } from "next/app";
import type { Session } from "next-auth";

/** A page; with `auth`, for members only. */
export type Page<Props = object> = NextPage<Props> & { auth?: boolean };

export type PageProps = AppProps<{ session?: Session | null }> & { Component: Page };
