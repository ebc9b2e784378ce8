/** Branching scenarios. */
import { enlivens } from "../activities.ts";
import { scenarioOf } from "../progress.ts";
import { scenario } from "../scenario.ts";

enlivens("[data-scenario]", (view, host) => {
  const found = scenarioOf(view.course, host.dataset["scenario"] ?? "");
  if (found) scenario(view, found, host);
});
