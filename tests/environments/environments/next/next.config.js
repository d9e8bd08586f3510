/** @type {import("next").NextConfig} */
module.exports = {
  cacheComponents: true,
  partialPrefetching: true,
  reactCompiler: true,
  distDir: process.env.DIST_DIR,
  // The auth server, as a browser sees it.
  rewrites: async () => [
    { source: "/api/auth/:path*", destination: `${process.env.AUTH_URL}/api/auth/:path*` },
  ],
};
