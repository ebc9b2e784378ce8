/**
 * The content notice and its three ways on: continue, the light version, pass. The choice stays in
 * this page: whichever is taken, exactly the same things are saved and sent.
 */
import { all, button, fill, find, focusOn, h } from "./dom.ts";
import type { Page } from "./contract.ts";
import { enliven } from "./items/blocks.ts";
import type { View } from "./view.ts";

type Version = "full" | "light" | "none";

/** Set up the parts of a page; called each time that the page is opened. */
export function notice(view: View, page: Page, section: HTMLElement): void {
  const { t, reading } = view;
  const box = find(section, "[data-notice]");
  const light = find(section, "[data-light]");
  const full = find(section, "[data-full]");
  const after = all(section, ".b-footnotes, .b-sources");
  if (!full || (!box && !light)) return;
  if (full instanceof HTMLDetailsElement) full.open = true;

  find(section, ".b-ways-on")?.remove();
  const ways = h("div", { class: "b-ways-on" });
  if (box) box.append(ways);
  else (light ?? full).before(ways);

  function version(): Version {
    if (reading.alwaysLight && light) return "light";
    return reading.version.get(page.id) ?? (box ? "none" : "full");
  }

  function choose(wanted: "full" | "light"): void {
    if (wanted === "full") reading.alwaysLight = false;
    reading.version.set(page.id, wanted);
    show();
    const part = wanted === "light" ? light : full;
    if (!part) return;
    // The same question may stand in both versions: what was answered in one shows in the other.
    enliven(view, part);
    focusOn(part, { preventScroll: true });
    ways.scrollIntoView({ block: "nearest" });
  }

  function show(): void {
    const shown = version();
    full!.hidden = shown !== "full";
    if (light) light.hidden = shown !== "light";
    for (const part of after) part.hidden = shown === "none";
    box?.classList.toggle("b-settled", shown !== "none");
    if (shown === "none") ask();
    else settled(shown);
  }

  function ask(): void {
    fill(ways,
      h("p", { class: "b-actions" },
        button(t("noticeGo"), "b-main-action", () => choose("full")),
        light && button(t("noticeLight"), "b-second", () => choose("light")),
        button(t("noticePass"), "b-second", () => view.next())),
      always(),
      h("p", { class: "b-hint" }, t("noticePrivate")));
  }

  function settled(shown: Version): void {
    if (!light) {
      fill(ways);
      return;
    }
    const other = shown === "full" ? "light" : "full";
    fill(ways, h("p", { class: "b-actions b-reading" },
      h("span", {}, t(shown === "full" ? "nowFull" : "nowLight")),
      button(t(other === "light" ? "noticeLight" : "noticeFull"), "b-link", () => choose(other)),
      button(t("noticePass"), "b-link", () => view.next())));
  }

  /** For the whole course: with a light version here a way on, otherwise a setting for the next pages. */
  function always(): HTMLElement | null {
    if (!view.course.pages.some((p) => p.light)) return null;
    const set = (on: boolean): void => {
      reading.alwaysLight = on;
    };
    if (light) {
      return h("p", {}, button(t("alwaysLight"), "b-link", () => {
        set(true);
        choose("light");
      }));
    }
    const tick = h("input", { type: "checkbox", onchange: () => set(tick.checked) });
    tick.checked = reading.alwaysLight;
    return h("label", { class: "b-check" }, tick, h("span", {}, t("alwaysLight")));
  }

  show();
}
