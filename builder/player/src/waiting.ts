/** What stands in the place of an activity whose code did not come: calm words, and another try. */
import { all, button, h } from "./dom.ts";
import type { View } from "./view.ts";

/** Activities that do nothing at all until they are brought to life. */
const ACTIVITIES = "[data-item],[data-evaluation],[data-note],[data-scenario],[data-checklist]";

export function tellMissing(view: View, part: HTMLElement, retry: () => void): void {
  for (const host of all(part, ACTIVITIES)) {
    host.append(h("div", { class: "b-missing-activity" },
      h("p", { role: "status" }, view.t("notHere")),
      button(view.t("retry"), "b-second", () => {
        retry();
        host.closest<HTMLElement>(".b-section")?.focus();
      })));
  }
}

export function forgetMissing(view: View): void {
  for (const told of all(view.root, ".b-missing-activity")) told.remove();
}
