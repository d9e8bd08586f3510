import { isMainThread, Worker, workerData } from "node:worker_threads";
import { checkSimulations, readOptions, type CheckOptions } from "./check.ts";
import type { Scenario } from "./scenario.ts";

/** What one thread is to do. */
interface Job extends CheckOptions {
  readonly strategy: Scenario["strategy"];
}

/** After so many runs a thread tells how far it is, and goes on with the next seed. */
const CHUNK = 1000;

async function work({ strategy, runs, seed, path }: Job): Promise<void> {
  const chunk = path ? 1 : CHUNK;
  for (let done = 0; done < runs; done += chunk) {
    const options = { runs: Math.min(chunk, runs - done), seed: seed + done / chunk, path };
    await checkSimulations(strategy, options);
    console.log(`${strategy}: ${done + options.runs} of ${runs} runs, seed ${options.seed}`);
    if (path) return;
  }
}

function start(): void {
  const { seed, runs, path } = readOptions(100_000);
  const [askedRuns = runs, askedSeed = seed] = process.argv.slice(2).map(Number);
  for (const strategy of ["jwt", "database"] satisfies Job["strategy"][]) {
    const job: Job = { strategy, runs: Math.ceil(askedRuns / 2), seed: askedSeed, path };
    const worker = new Worker(new URL(import.meta.url), { workerData: job });
    worker.on("error", (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
  }
}

if (isMainThread) start();
else await work(workerData as Job);
