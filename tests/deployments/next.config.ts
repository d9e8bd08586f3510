import type { NextConfig } from "next";

/** The app is built twice: for the root of its origin, and for a folder of it. */
const basePath = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

const config: NextConfig = {
  basePath,
  distDir: basePath ? `.next${basePath}` : ".next/root",
  reactStrictMode: true,
  poweredByHeader: false,
  // `pnpm typecheck` does it, once for both.
  typescript: { ignoreBuildErrors: true },
};

export default config;
