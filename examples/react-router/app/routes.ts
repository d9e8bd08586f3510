import { index, layout, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  layout("routes/pages.tsx", [
    index("routes/home.tsx"),
    route("profile", "routes/profile.tsx"),
    route("server", "routes/server.tsx"),
    route("streamed", "routes/streamed.tsx"),
    layout("routes/signed-in-only.tsx", [route("protected", "routes/protected.tsx")]),
    route("auth/signin", "routes/sign-in.tsx"),
    route("auth/sent", "routes/sent.tsx"),
  ]),
  route("api/auth/*", "routes/auth.ts"),
] satisfies RouteConfig;
