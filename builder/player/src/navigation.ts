/** One page at a time: which section shows, where the focus goes, links from page to page. */
import { all, find, focusOn, h } from "./dom.ts";
import { enliven } from "./items/blocks.ts";
import { notice } from "./notice.ts";
import type { Page } from "./contract.ts";
import { pageOfKind, route, type View } from "./view.ts";

export interface Pages {
  /** Id of the page shown; "" on another screen. */
  current(): string;
  /** Show a page; without `focus`, the reader's place is left alone. */
  show(id: string, focus: boolean): void;
  /** Hide every section (another screen shows). */
  hideAll(): void;
}

export function pages(view: View, shown: (id: string) => void): Pages {
  const { main, course, t } = view;
  const sections = new Map<string, HTMLElement>();
  for (const section of all(main, "[data-page]")) {
    if (section.dataset["page"]) sections.set(section.dataset["page"], section);
  }
  let now = "";

  for (const page of route(view)) {
    const section = sections.get(page.id);
    const at = route(view).indexOf(page) + 1;
    const place = t("progress", { n: at, total: route(view).length });
    const line = [place, page.minutes ? t("minutes", { n: page.minutes }) : ""].filter(Boolean).join(" · ");
    if (section) find(section, "h1")?.before(h("p", { class: "b-eyebrow" }, line));
  }

  function hideAll(): void {
    for (const section of all(main, ".b-section")) section.hidden = true;
    now = "";
  }

  function show(id: string, focus: boolean): void {
    const page = course.pages.find((p) => p.id === id);
    const section = sections.get(id);
    if (!page || !section) return;
    hideAll();
    now = id;
    view.setBusy(false);
    prepare(page, section);
    section.hidden = false;
    shown(id);
    if (!focus) return;
    const title = find(section, "h1");
    if (title) focusOn(title, { preventScroll: true });
    view.root.scrollIntoView({ block: "start" });
  }

  function prepare(page: Page, section: HTMLElement): void {
    notice(view, page, section);
    enliven(view, section);
  }

  // A link of the text to another page, or to a place in a page that does not show.
  main.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href^='#']");
    const id = decodeURIComponent(link?.getAttribute("href")?.slice(1) ?? "");
    if (!id) return;
    const target = all(main, "[id]").find((element) => element.id === id);
    const section = target?.closest<HTMLElement>("[data-page]");
    const page = section?.dataset["page"] ?? "";
    if (!target || !section || (page === now && target !== section)) return;
    event.preventDefault();
    if (pageOfKind(view, "help")?.id === page) view.help();
    else view.open(page);
    if (target !== section) target.scrollIntoView();
  });

  return { current: () => now, show, hideAll };
}
