/**
 * The content notice and its three ways on: continue, the light version, pass. The choice stays in
 * this page: whichever is taken, exactly the same things are saved and sent.
 */
import { all, button, fill, find, focusOn, h } from "./dom.ts";
import type { Page } from "./contract.ts";
import { route, type View } from "./view.ts";

type Version = "full" | "light" | "none";

/** Set up the parts of a page; called each time that the page is opened. */
export function notice(view: View, page: Page, section: HTMLElement): void {
  const box = find(section, "[data-notice]");
  const light = find(section, "[data-light]");
  const full = find(section, "[data-full]");
  const first = route(view)[0] === page;
  if (full && (box || light || first)) new WaysOn(view, page, section, { box, light, full }).show();
}

interface Parts {
  box: HTMLElement | null;
  light: HTMLElement | null;
  full: HTMLElement;
}

class WaysOn {
  private readonly view: View;
  private readonly page: Page;
  private readonly parts: Parts;
  private readonly after: HTMLElement[];
  private readonly ways = h("div", { class: "b-ways-on" });

  constructor(view: View, page: Page, section: HTMLElement, parts: Parts) {
    const { box, light, full } = parts;
    this.view = view;
    this.page = page;
    this.parts = parts;
    this.after = all(section, ".b-footnotes, .b-sources");
    if (full instanceof HTMLDetailsElement) full.open = true;
    find(section, ".b-ways-on")?.remove();
    if (box) box.append(this.ways);
    else (light ?? full).before(this.ways);
  }

  show(): void {
    const { box, light, full } = this.parts;
    const shown = this.version();
    full.hidden = shown !== "full";
    if (light) light.hidden = shown !== "light";
    for (const part of this.after) part.hidden = shown === "none";
    box?.classList.toggle("b-settled", shown !== "none");
    if (shown === "none") this.ask();
    else this.settled(shown);
  }

  private version(): Version {
    const { box, light } = this.parts;
    const { reading } = this.view;
    if (reading.alwaysLight && light) return "light";
    return reading.version.get(this.page.id) ?? (box ? "none" : "full");
  }

  private choose(wanted: "full" | "light"): void {
    const { reading } = this.view;
    if (wanted === "full") reading.alwaysLight = false;
    reading.version.set(this.page.id, wanted);
    this.show();
    const part = this.parts[wanted];
    if (!part) return;
    // The same question may stand in both versions: what was answered in one shows in the other.
    this.view.enliven(part);
    // Never on the fold itself: a host of slots with tabindex="-1" takes all it holds out of the tab order.
    focusOn(find(part, ":scope > :not(summary)") ?? part, { preventScroll: true });
    this.ways.scrollIntoView({ block: "nearest" });
  }

  private ask(): void {
    const { t } = this.view;
    fill(this.ways,
      h("p", { class: "b-actions" },
        button(t("noticeGo"), "b-main-action", () => this.choose("full")),
        this.parts.light && button(t("noticeLight"), "b-second", () => this.choose("light")),
        button(t("noticePass"), "b-second", () => this.view.next())),
      this.always(),
      h("p", { class: "b-hint" }, t("noticePrivate")));
  }

  private settled(shown: "full" | "light"): void {
    const { t } = this.view;
    const other = shown === "full" ? "light" : "full";
    // On the first page, even without a notice: the choice comes before any test.
    if (!this.parts.light) return fill(this.ways, this.parts.box ? null : this.always());
    fill(this.ways, h("p", { class: "b-actions b-reading" },
      h("span", {}, t(shown === "full" ? "nowFull" : "nowLight")),
      button(t(other === "light" ? "noticeLight" : "noticeFull"), "b-link", () => this.choose(other)),
      button(t("noticePass"), "b-link", () => this.view.next())));
  }

  /** For the whole course: with a light version here a way on, otherwise a setting for the next pages. */
  private always(): HTMLElement | null {
    const { t, reading, course } = this.view;
    if (!course.pages.some((page) => page.light)) return null;
    if (this.parts.light) {
      return h("p", {}, button(t("alwaysLight"), "b-link", () => {
        reading.alwaysLight = true;
        this.choose("light");
      }));
    }
    const tick = h("input", { type: "checkbox", onchange: () => {
      reading.alwaysLight = tick.checked;
    } });
    tick.checked = reading.alwaysLight;
    return h("label", { class: "b-check" }, tick, h("span", {}, t("alwaysLight")));
  }
}
