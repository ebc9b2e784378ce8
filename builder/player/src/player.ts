/** The view that every part shares, and what joins the parts: which page, what follows, the frame around. */
import { begin, enliven } from "./activities.ts";
import { bar, type Bar } from "./chrome/bar.ts";
import { pauseScreen, type Break } from "./chrome/break.ts";
import { foot, type Foot } from "./chrome/foot.ts";
import { menu, type Menu } from "./chrome/menu.ts";
import { endContent, whoseContent } from "./chrome/screens.ts";
import type { CourseDocument, Page } from "./contract.ts";
import { all, find, h } from "./dom.ts";
import { leave, onThreeShifts, quickExit } from "./exit.ts";
import { help, type Help } from "./help.ts";
import { Pages } from "./navigation.ts";
import { openNotes, type Notes } from "./notes.ts";
import type { Session } from "./session.ts";
import type { PlayerEvent } from "./state.ts";
import type { Supply } from "./supply.ts";
import { translator, type Translator } from "./texts.ts";
import { isRead, route, type Reading, type View } from "./view.ts";
import { forgetMissing, tellMissing } from "./waiting.ts";

/** Say something above the page, for this opening. */
export function tellOnce(root: HTMLElement, text: string): void {
  find(root, "main")?.prepend(h("p", { class: "b-told-once", role: "status" }, text));
}

export class Player implements View {
  readonly root: HTMLElement;
  readonly main: HTMLElement;
  readonly course: CourseDocument;
  readonly session: Session;
  readonly t: Translator;
  readonly notes: Notes;
  readonly reading: Reading = { alwaysLight: false, version: new Map(), items: new Map() };
  private readonly supply: Supply;
  private readonly digits: Intl.NumberFormat;
  private readonly prefix = `b${Math.random().toString(36).slice(2, 8)}`;
  private used = 0;
  private readonly live = h("div", { class: "b-sr", role: "status" });
  private readonly steps: Page[];
  private readonly shelf: Pages;
  private readonly aid: Help;
  private readonly rest: Break;
  private readonly list: Menu;
  private readonly top: Bar;
  private readonly frame: Foot;
  private lastStep: string;

  constructor(root: HTMLElement, main: HTMLElement, course: CourseDocument, session: Session, supply: Supply) {
    this.root = root;
    this.main = main;
    this.course = course;
    this.session = session;
    this.supply = supply;
    this.t = translator(course.texts, course.language);
    this.notes = openNotes(course.key, () => session.learnerKey);
    this.digits = new Intl.NumberFormat(course.language, { maximumFractionDigits: 2 });
    this.steps = route(this);
    this.lastStep = this.steps[0]?.id ?? "";
    this.shelf = new Pages(this, (id) => this.shown(id));
    this.aid = help(this);
    this.rest = pauseScreen(this);
    this.list = menu(this, () => this.shelf.current());
    this.top = bar(this, { skip: () => this.shelf.arrive(), menu: () => this.list.open() });
    this.frame = foot(this, () => this.open(this.lastStep));
  }

  /** Put the frame around the document and show the first page, or ask whose progress this is. */
  begin(): void {
    const { session, shelf } = this;
    this.dress();
    session.onSave((state) => this.frame.saving(state));
    session.onChange((launched) => (launched ? this.welcome() : shelf.show(shelf.current(), true)));
    this.supply.listen(() => this.supplied());
    if (this.supply.state === "here") begin(this);
    onThreeShifts(this);
    this.welcome();
  }

  /** Take up the place of the state, or ask whose it is. */
  private welcome(): void {
    const { root, session, shelf, t } = this;
    if (!session.askWhose) return this.start();
    root.classList.add("b-asking");
    shelf.stand(t("whoseTitle"), ...whoseContent(this, () => {
      this.start();
      shelf.arrive();
    }));
  }

  id(): string {
    return `${this.prefix}${++this.used}`;
  }

  number(n: number): string {
    return this.digits.format(n);
  }

  announce(text: string): void {
    this.live.textContent = "";
    setTimeout(() => (this.live.textContent = text), 50);
  }

  dispatch(event: PlayerEvent): void {
    this.session.dispatch(event);
    this.refresh();
  }

  enliven(part: HTMLElement): void {
    if (this.supply.state === "here") enliven(this, part);
    else if (this.supply.state === "failed") tellMissing(this, part, () => this.supply.retry());
  }

  open(page: string): void {
    this.shelf.show(page);
    this.shelf.arrive();
  }

  next(): void {
    const at = this.steps.findIndex((page) => page.id === this.shelf.current());
    const [page, after] = [this.steps[at], this.steps[at + 1]];
    if (page) this.dispatch({ type: "page-read", page: page.id });
    if (after) this.open(after.id);
    else this.finish();
  }

  help(): void {
    this.aid.open();
  }

  pause(): void {
    this.rest.open();
  }

  leave(): void {
    void leave(this);
  }

  quickExit(): void {
    quickExit(this);
  }

  setBusy(busy: boolean): void {
    this.root.classList.toggle("b-busy", busy);
  }

  /** The pieces came, or did not: the page that shows is drawn accordingly, where one is. */
  private supplied(): void {
    const section = this.shelf.section();
    forgetMissing(this);
    if (this.supply.state === "here") begin(this);
    if (section) this.enliven(section);
  }

  private shown(id: string): void {
    if (this.steps.some((page) => page.id === id)) this.lastStep = id;
    this.frame.update(id);
    this.refresh();
  }

  private refresh(): void {
    const read = this.steps.filter((page) => isRead(this, page.id)).length;
    this.top.update(this.steps.length ? read / this.steps.length : 1);
  }

  private finish(): void {
    const { title, content } = endContent(this);
    this.shelf.stand(title, ...content);
    this.frame.update("");
  }

  private start(): void {
    const { root, session, steps } = this;
    root.classList.remove("b-asking");
    const { place } = session.state;
    // A fragment names the page: a link into the course, or the author's view that reloads it.
    const asked = steps.find((page) => location.hash === `#p-${page.id}`)?.id;
    this.shelf.show(asked ?? (steps.some((page) => page.id === place) ? place : this.lastStep));
    if (session.resumed && !place && !asked) this.list.open();
  }

  /** The cover joins the first page, the list of pages is drawn anew. */
  private dress(): void {
    const { root, main, session, t, frame } = this;
    for (const list of all(root, ".b-toc")) list.hidden = true;
    const cover = find(root, ".b-cover");
    find(main, "h1")?.after(...(cover ? [cover] : []), h("p", { class: "b-hint b-safety" }, t("safety")));
    const said = [session.foreign && t("foreign"), session.dropped > 0 && t("updated")];
    main.prepend(frame.alarm);
    for (const text of said) if (text) tellOnce(root, text);
    root.prepend(this.top.element);
    root.append(frame.element, this.live);
    root.classList.add("b-on");
  }
}
