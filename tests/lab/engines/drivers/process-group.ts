import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";

/** A program with all the processes that it starts. */
export interface ProcessGroup {
  process: ChildProcess;
  /** Kills all of it, if it has not ended. */
  kill(): void;
}

const groups = new Set<ProcessGroup>();

function killAll(): void {
  for (const group of groups) group.kill();
}

process.once("exit", killAll);
// A process that dies of a signal emits no "exit".
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    killAll();
    process.kill(process.pid, signal);
  });
}

/** Starts a program that does not outlive this process. */
export function startProcessGroup(
  program: string,
  args: string[],
  options: SpawnOptions,
): ProcessGroup {
  const child = spawn(program, args, { ...options, detached: true });
  const group: ProcessGroup = {
    process: child,
    kill() {
      groups.delete(group);
      if (child.pid === undefined || child.exitCode !== null) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    },
  };
  groups.add(group);
  return group;
}
