/** One page at a time: which section shows, where the focus goes, links from page to page. */
import { all, fill, find, focusOn, h } from "./dom.ts";
import { enliven } from "./items/blocks.ts";
import { notice } from "./notice.ts";
import { pageOfKind, route, type View } from "./view.ts";

export interface Pages {
  /** Id of the page shown; "" when a screen stands in its place. */
  current(): string;
  /** Show a page; `again` draws it anew after the state was replaced, without telling the session. */
  show(id: string, again?: boolean): void;
  /** Show a screen of the player in the place of a page. */
  stand(title: string, ...content: (Node | null)[]): void;
  /** Go to the top and put the focus on the title of what shows. */
  arrive(): void;
}

export function pages(view: View, shown: (id: string) => void): Pages {
  const { main, course, t } = view;
  const sections = new Map(all(main, "[data-page]").map((section) => [section.dataset["page"] ?? "", section]));
  const heading = h("h1", { id: view.id(), tabindex: -1 });
  const body = h("div");
  const screen = h("section", { class: "b-section", "aria-labelledby": heading.id }, heading, body);
  let now = "";
  main.append(screen);

  route(view).forEach((page, at, { length }) => {
    const place = t("progress", { n: at + 1, total: length });
    const line = page.minutes ? `${place} · ${t("minutes", { n: page.minutes })}` : place;
    const title = sections.get(page.id)?.querySelector("h1");
    title?.before(h("p", { class: "b-eyebrow" }, line));
  });

  function only(section: HTMLElement, id: string): void {
    for (const other of all(main, ".b-section")) other.hidden = other !== section;
    now = id;
    view.setBusy(false);
  }

  function show(id: string, again = false): void {
    const page = course.pages.find((p) => p.id === id);
    const section = sections.get(id);
    if (!page || !section) return;
    only(section, id);
    notice(view, page, section);
    enliven(view, section);
    if (!again) view.session.dispatch({ type: "page-opened", page: id });
    shown(id);
  }

  function stand(title: string, ...content: (Node | null)[]): void {
    heading.textContent = title;
    fill(body, ...content);
    only(screen, "");
    arrive();
  }

  function arrive(): void {
    const title = find(main, ".b-section:not([hidden]) h1");
    if (title) focusOn(title, { preventScroll: true });
    view.root.scrollIntoView({ block: "start" });
  }

  // A link of the text to another page, or to a place in a page that does not show.
  main.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a[href^='#']");
    const id = decodeURIComponent(link?.getAttribute("href")?.slice(1) ?? "");
    const target = id && all(main, "[id]").find((element) => element.id === id);
    const section = target && target.closest<HTMLElement>("[data-page]");
    const page = (section && section.dataset["page"]) || "";
    if (!target || !page || (page === now && target !== section)) return;
    event.preventDefault();
    if (pageOfKind(view, "help")?.id === page) view.help();
    else view.open(page);
    if (target !== section) target.scrollIntoView();
  });

  return { current: () => now, show, stand, arrive };
}
