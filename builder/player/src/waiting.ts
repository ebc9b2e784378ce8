/** What stands in the place of an activity whose code did not come: calm words, and another try. */
import { all, button, focusOn, h } from "./dom.ts";
import type { View } from "./view.ts";

/** Activities that do nothing at all until they are brought to life. */
const ACTIVITIES = "[data-item],[data-evaluation],[data-note],[data-scenario],[data-checklist]";

export function tellMissing(view: View, part: HTMLElement, retry: () => void): void {
  const { t } = view;
  const hosts = all(part, ACTIVITIES);
  for (const host of hosts) {
    host.append(h("div", { class: "b-missing-activity" }, h("p", {}, t("notHere")),
      button(t("retry"), "b-second", () => {
        // The button goes: the focus stays where it was pressed.
        focusOn(host, { preventScroll: true });
        retry();
      })));
  }
  if (hosts.length > 0) view.announce(t("notHere"));
}

export function forgetMissing(view: View): void {
  for (const told of all(view.root, ".b-missing-activity")) told.remove();
}
