/**
 * Tabs (WAI-ARIA Authoring Practices, "Tabs", automatic activation). In a narrow window the same parts
 * fold out under their own titles: a row of tabs would not fit. On paper everything shows.
 */
import { all, fill, find, h } from "./dom.ts";
import type { View } from "./view.ts";

const NARROW = "(max-width: 36rem)";

interface Part {
  section: HTMLElement;
  title: HTMLElement;
  body: HTMLElement;
  tab: HTMLButtonElement;
  fold: HTMLButtonElement;
}

export function tabs(view: View, host: HTMLElement): void {
  if (find(host, ".b-tab-list")) return;
  const parts = all(host, ".b-part").filter((part) => part.parentElement === host)
    .map((section) => part(view, section)).filter((made) => made !== null);
  if (parts.length === 0) return;
  const list = h("div", { class: "b-tab-list", role: "tablist" }, ...parts.map(({ tab }) => tab));
  let chosen = parts[0];
  host.prepend(list);
  host.classList.add("b-live");

  function choose(wanted: Part | undefined): void {
    chosen = wanted ?? chosen;
    for (const one of parts) {
      const on = one === chosen;
      one.tab.setAttribute("aria-selected", String(on));
      one.tab.tabIndex = on ? 0 : -1;
      one.section.classList.toggle("b-shut", !on);
      one.fold.setAttribute("aria-expanded", String(on));
    }
  }

  /** As tabs, each part is a panel named by its tab; folded out, it stands under its own title. */
  function shape(narrow: boolean): void {
    host.classList.toggle("b-folded", narrow);
    for (const { section, tab } of parts) {
      for (const [name, value] of [["role", "tabpanel"], ["aria-labelledby", tab.id], ["tabindex", "0"]] as const) {
        if (narrow) section.removeAttribute(name);
        else section.setAttribute(name, value);
      }
    }
    choose(chosen);
  }

  list.addEventListener("keydown", (event) => {
    const { length } = parts;
    const at = parts.findIndex((one) => one === chosen);
    const next = { ArrowRight: (at + 1) % length, ArrowLeft: (at + length - 1) % length, Home: 0, End: length - 1 }[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(parts[next]);
    chosen?.tab.focus();
  });
  for (const one of parts) {
    one.tab.addEventListener("click", () => choose(one));
    one.fold.addEventListener("click", () => {
      const open = one.section.classList.toggle("b-shut");
      one.fold.setAttribute("aria-expanded", String(!open));
    });
  }

  followLinks(view, parts, (wanted) => {
    choose(wanted);
    host.scrollIntoView({ block: "nearest" });
  });
  const narrow = window.matchMedia(NARROW);
  narrow.addEventListener("change", () => shape(narrow.matches));
  shape(narrow.matches);
}

/** A link of the text to a title, or to a place in a part, opens that part. */
function followLinks(view: View, parts: Part[], open: (part: Part) => void): void {
  view.main.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a[href^='#']");
    const id = decodeURIComponent(link?.getAttribute("href")?.slice(1) ?? "");
    const wanted = id && parts.find(({ section }) => section.id === id || all(section, "[id]").some((one) => one.id === id));
    if (wanted) open(wanted);
  });
}

/** The title becomes a button in place; what follows it becomes the body. Null without a title. */
function part(view: View, section: HTMLElement): Part | null {
  const title = find(section, ".b-part-title");
  if (!title) return null;
  const body = h("div", { class: "b-part-body", id: view.id() });
  body.append(...[...section.childNodes].filter((node) => node !== title));
  section.append(body);
  section.id ||= view.id();
  const tab = h("button", { type: "button", class: "b-button b-tab", role: "tab", id: view.id(), "aria-controls": section.id },
    h("span", { html: title.innerHTML }));
  const fold = h("button", { type: "button", class: "b-button b-part-fold", "aria-controls": body.id },
    h("span", { html: title.innerHTML }));
  fill(title, fold);
  return { section, title, body, tab, fold };
}
