import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The path of an nginx: SOJOURN_NGINX, or the system's. */
function findNginx(): string | undefined {
  // Debian's is where only root looks.
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  const candidates = [
    process.env["SOJOURN_NGINX"] ?? "",
    ...folders.map((folder) => join(folder, "nginx")),
  ];
  return candidates.find((path) => path !== "" && existsSync(path));
}

/** Debian's, unpacked into a folder: nothing is installed, and no server starts on port 80. */
function unpackNginx(folder: string): string | undefined {
  const run = (command: string, args: string[]) =>
    spawnSync(command, args, { cwd: folder, stdio: "ignore", timeout: 60_000 });
  run("apt-get", ["download", "nginx"]);
  const [archive] = globSync("nginx_*.deb", { cwd: folder });
  if (!archive) return undefined;
  run("dpkg-deb", ["--extract", archive, "."]);
  const path = join(folder, "usr/sbin/nginx");
  return spawnSync(path, ["-v"]).status === 0 ? path : undefined;
}

/** A real nginx that deals requests out to servers in turn, or `undefined` where there is none to be had. */
export async function startNginx(port: number, upstreams: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-nginx-"));
  const leave = () => rmSync(folder, { recursive: true, force: true });
  const path = findNginx() ?? unpackNginx(folder);
  if (!path) {
    leave();
    return undefined;
  }
  writeFileSync(join(folder, "nginx.conf"), configure(port, upstreams));
  const nginx = spawn(path, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exit = once(nginx, "exit");
  await Promise.race([isListening(port), exit]);
  if (nginx.exitCode !== null) throw new Error(`${path} has ended: see what it says above.`);
  return {
    name: path,
    async stop() {
      nginx.kill();
      await exit;
      leave();
    },
  };
}

async function isListening(port: number): Promise<void> {
  const isThere = () => fetch(`http://127.0.0.1:${port}/`).catch(() => false);
  while (!(await isThere())) await delay(20);
}

function configure(port: number, upstreams: string[]): string {
  return `
daemon off;
master_process off;
pid nginx.pid;
events {}
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${it};`).join("\n  ")}
  upstream app {
    ${upstreams.map((it) => `server ${it};`).join("\n    ")}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://app;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
      # A session cookie of 4 KB does not fit into the default.
      proxy_buffer_size 16k;
      proxy_buffers 8 16k;
      add_header X-Served-By $upstream_addr always;
    }
  }
}
`;
}
