/** One page at a time: which section shows, where the focus goes, links from page to page. */
import { all, fill, find, focusOn, h } from "./dom.ts";
import { notice } from "./notice.ts";
import { pageOfKind, route, type View } from "./view.ts";

/** Called with the id of the page that shows now; "" for a screen. */
type Shown = (id: string) => void;

export class Pages {
  private readonly view: View;
  private readonly shown: Shown;
  private readonly sections: Map<string, HTMLElement>;
  private readonly heading: HTMLElement;
  private readonly body = h("div");
  private readonly screen: HTMLElement;
  private now = "";

  constructor(view: View, shown: Shown) {
    const { main } = view;
    this.view = view;
    this.shown = shown;
    this.sections = new Map(all(main, "[data-page]").map((section) => [section.dataset["page"] ?? "", section]));
    this.heading = h("h1", { id: view.id(), tabindex: -1 });
    this.screen = h("section", { class: "b-section", "aria-labelledby": this.heading.id }, this.heading, this.body);
    main.append(this.screen);
    this.number();
    main.addEventListener("click", (event) => this.follow(event));
  }

  /** Id of the page shown; "" when a screen stands in its place. */
  current(): string {
    return this.now;
  }

  /** The section of the page shown; undefined when a screen stands in its place. */
  section(): HTMLElement | undefined {
    return this.sections.get(this.now);
  }

  /** Show a page; `again` draws it anew after the state was replaced, without telling the session. */
  show(id: string, again = false): void {
    const page = this.view.course.pages.find((p) => p.id === id);
    const section = this.sections.get(id);
    if (!page || !section) return;
    this.only(section, id);
    notice(this.view, page, section);
    this.view.enliven(section);
    if (!again) this.view.session.dispatch({ type: "page-opened", page: id });
    this.shown(id);
  }

  /** Show a screen of the player in the place of a page. */
  stand(title: string, ...content: (Node | null)[]): void {
    this.heading.textContent = title;
    fill(this.body, ...content);
    this.view.enliven(this.body);
    this.only(this.screen, "");
    this.arrive();
  }

  /** Go to the top and put the focus on the title of what shows. */
  arrive(): void {
    const title = find(this.view.main, ".b-section:not([hidden]) h1");
    if (title) focusOn(title, { preventScroll: true });
    this.view.root.scrollIntoView({ block: "start" });
  }

  private only(section: HTMLElement, id: string): void {
    for (const other of all(this.view.main, ".b-section")) other.hidden = other !== section;
    this.now = id;
    this.view.setBusy(false);
  }

  /** Above each title: the place of the page, and its minutes. */
  private number(): void {
    const { t } = this.view;
    route(this.view).forEach((page, at, { length }) => {
      const place = t("progress", { n: at + 1, total: length });
      const line = page.minutes ? `${place} · ${t("minutes", { n: page.minutes })}` : place;
      const title = this.sections.get(page.id)?.querySelector("h1");
      title?.before(h("p", { class: "b-eyebrow" }, line));
    });
  }

  /** A link of the text to another page, or to a place in a page that does not show. */
  private follow(event: Event): void {
    const { view } = this;
    const link = (event.target as Element).closest("a[href^='#']");
    const id = decodeURIComponent(link?.getAttribute("href")?.slice(1) ?? "");
    const target = id && all(view.main, "[id]").find((element) => element.id === id);
    const section = target && target.closest<HTMLElement>("[data-page]");
    const page = (section && section.dataset["page"]) || "";
    if (!target || !page || (page === this.now && target !== section)) return;
    event.preventDefault();
    if (pageOfKind(view, "help")?.id === page) view.help();
    else view.open(page);
    if (target !== section) target.scrollIntoView();
  }
}
