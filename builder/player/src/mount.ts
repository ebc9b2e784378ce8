/**
 * The player of one course in one element: it looks and writes inside `root` only, and several may
 * stand on a page. Without it the document reads whole; with it, one page at a time.
 */
import { bar } from "./chrome/bar.ts";
import { foot } from "./chrome/foot.ts";
import { menu } from "./chrome/menu.ts";
import { endContent, screen, whoseContent } from "./chrome/screens.ts";
import type { CourseDocument } from "./contract.ts";
import { all, find, focusOn, h } from "./dom.ts";
import { leave, onThreeShifts, quickExit } from "./exit.ts";
import { help } from "./help.ts";
import { pages } from "./navigation.ts";
import { openNotes } from "./notes.ts";
import { makeRuntime } from "./runtimes/index.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { browserEnv } from "./session/env.ts";
import { openSession, type Session } from "./session.ts";
import { translator } from "./texts.ts";
import { route, type View } from "./view.ts";

/** A host is looked for this long (milliseconds) before the page says that there is none. */
const HOST_WITHIN = 6000;

/** Open a sitting on the named host and draw the player in `root`. */
export function mount(root: HTMLElement, course: CourseDocument, runtime: RuntimeName): void {
  const env = browserEnv(window);
  const session = openSession(course, makeRuntime(runtime, course, env), env);
  draw(root, course, session);
  if (runtime === "web") return;
  setTimeout(() => {
    const text = translator(course.texts, course.language)("noPlatform");
    if (!session.hosted && session.mode === "normal") tellOnce(root, text);
  }, HOST_WITHIN);
}

function tellOnce(root: HTMLElement, text: string): void {
  find(root, "main")?.prepend(h("p", { class: "b-told-once", role: "status" }, text));
}

/** Draw the player in `root` for a sitting that is open. */
export function draw(root: HTMLElement, course: CourseDocument, session: Session): void {
  const main = find(root, "main");
  if (!main) return;
  const view = makeView(root, main, course, session);
  const steps = route(view);
  const live = h("div", { class: "b-sr", role: "status" });
  let lastStep = "";

  Object.assign(view, {
    announce: (text: string) => {
      live.textContent = "";
      setTimeout(() => (live.textContent = text), 50);
    },
    dispatch: (event: Parameters<Session["dispatch"]>[0]) => {
      session.dispatch(event);
      refresh();
    },
    open: (page: string) => shelf.show(page, true),
    next: () => {
      const at = steps.findIndex((page) => page.id === shelf.current());
      const page = steps[at];
      if (page) view.dispatch({ type: "page-read", page: page.id });
      const after = steps[at + 1];
      if (after) view.open(after.id);
      else finish();
    },
    help: () => aid.open(),
    leave: () => void leave(view),
    quickExit: () => quickExit(view),
    setBusy: (busy: boolean) => void root.classList.toggle("b-busy", busy),
  } satisfies Partial<View>);

  const shelf = pages(view, (id) => {
    if (steps.some((page) => page.id === id)) lastStep = id;
    view.dispatch({ type: "page-opened", page: id });
    frame.update(id);
  });
  const aid = help(view);
  const list = menu(view, () => shelf.current(), aid.open);
  const top = bar(view, {
    skip: () => title()?.focus(),
    menu: list.open,
    help: aid.open,
  });
  const frame = foot(view, () => view.open(lastStep || (steps[0]?.id ?? "")));
  const end = screen(view, "b-end");
  const whose = screen(view, "b-whose");

  function title(): HTMLElement | null {
    return find(main!, ".b-section:not([hidden]) h1");
  }

  function refresh(): void {
    const read = steps.filter((page) => session.state.read.includes(page.id)).length;
    top.update(steps.length ? read / steps.length : 1);
  }

  function finish(): void {
    shelf.hideAll();
    frame.update("");
    const { title: words, content } = endContent(view);
    end.reveal(words, ...content);
  }

  function start(): void {
    root.classList.remove("b-asking");
    whose.element.hidden = true;
    const first = steps[0]?.id ?? "";
    const { place } = session.state;
    // A fragment names the page: a link into the course, or the author's view that reloads it.
    const asked = steps.find((page) => location.hash === `#p-${page.id}`)?.id;
    shelf.show(asked ?? (steps.some((page) => page.id === place) ? place : first), false);
    if (session.resumed && !place && !asked) list.open();
  }

  dress(view, top.element, frame, live, end.element, whose.element);
  session.onSave(frame.saving);
  session.onChange(() => shelf.current() && shelf.show(shelf.current(), false));
  onThreeShifts(view.quickExit);
  refresh();
  if (session.askWhose) {
    shelf.hideAll();
    root.classList.add("b-asking");
    whose.reveal(view.t("whoseTitle"), ...whoseContent(view, () => {
      start();
      const heading = title();
      if (heading) focusOn(heading);
    }));
  } else start();
}

/** Put the frame around the document: the cover joins the first page, the list of pages is drawn anew. */
function dress(
  view: View, top: HTMLElement, frame: ReturnType<typeof foot>, live: HTMLElement, ...screens: HTMLElement[]
): void {
  const { root, main, session, t } = view;
  for (const list of all(root, ".b-toc")) list.hidden = true;
  const cover = find(root, ".b-cover");
  const first = find(main, "[data-page]");
  if (cover && first) find(first, "h1")?.after(cover);
  const said = [session.foreign && t("foreign"), session.dropped > 0 && t("updated")].filter(Boolean) as string[];
  main.prepend(frame.alarm, ...said.map((text) => h("p", { class: "b-told-once" }, text)));
  main.append(...screens);
  root.prepend(top);
  root.append(frame.element, live);
  root.classList.add("b-on");
}

/** The parts of a view that do not depend on the frame; the frame fills in the actions. */
function makeView(root: HTMLElement, main: HTMLElement, course: CourseDocument, session: Session): View {
  const prefix = `b${Math.random().toString(36).slice(2, 8)}`;
  let used = 0;
  const digits = new Intl.NumberFormat(course.language, { maximumFractionDigits: 2 });
  const nothing = (): void => {};
  return {
    root, main, course, session,
    t: translator(course.texts, course.language),
    notes: openNotes(course.key, () => session.learnerKey),
    reading: { alwaysLight: false, version: new Map() },
    id: () => `${prefix}${++used}`,
    number: (n) => digits.format(n),
    announce: nothing, dispatch: nothing, open: nothing, next: nothing, help: nothing, leave: nothing, quickExit: nothing, setBusy: nothing,
  };
}
