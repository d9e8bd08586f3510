import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answer } from "./server/answer.ts";
import { serve } from "./server/serve.ts";

const files: Readonly<Record<string, [type: string, path: string]>> = {
  "/main.js": ["text/javascript", join(import.meta.dirname, "../dist/main.js")],
  "/look.css": ["text/css", import.meta.resolve("shared/look.css")],
};

serve((request) => {
  const [type, path] = files[new URL(request.url).pathname] ?? [];
  if (!type || !path) return answer(request);
  const file = readFileSync(path.startsWith("file:") ? new URL(path) : path);
  return new Response(file, { headers: { "Content-Type": type } });
});
