import { type Answer, redirect } from "./answer.ts";
import { type Fault, type FaultName, faults } from "./faults.ts";

/** What of the lab's server can be set while it runs. */
export interface Switches {
  /** Seconds that sessions live. */
  maxAge: number;
  /** Milliseconds by which each answer of an auth endpoint is late. */
  latencyMs: number;
  /** What `GET /session` suffers from. */
  fault: Fault | undefined;
}

/** Sets by a form of `pages/index.html` what tests set in code. */
export function applySwitches(lab: Switches, form: URLSearchParams): Answer {
  lab.fault = faults[form.get("fault") as FaultName];
  lab.maxAge = Number(form.get("maxAge"));
  lab.latencyMs = Number(form.get("latencyMs"));
  return redirect("/pages/index.html");
}
