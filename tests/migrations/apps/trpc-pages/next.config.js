/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  i18n: { locales: ["en"], defaultLocale: "en" },
};
