export default {
  distDir: process.env.DIST_DIR ?? ".next",
  // What is here for the compilers of types is none of the build's.
  typescript: { ignoreBuildErrors: true },
};
