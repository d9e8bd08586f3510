import { type Answer, redirect } from "./answer.ts";
import { type FaultName, faults } from "./faults.ts";
import type { LabServer } from "./lab-server.ts";

/** Sets by a form of `pages/index.html` what tests set in code. */
export function applySwitches(lab: LabServer, form: URLSearchParams): Answer {
  lab.fault = faults[form.get("fault") as FaultName];
  lab.maxAge = Number(form.get("maxAge"));
  lab.latencyMs = Number(form.get("latencyMs"));
  return redirect("/pages/index.html");
}
