/**
 * The player of one course in one element: it looks and writes inside `root` only, and several may
 * stand on a page. Without it the document reads whole; with it, one page at a time.
 */
import { bar } from "./chrome/bar.ts";
import { foot, type Foot } from "./chrome/foot.ts";
import { menu } from "./chrome/menu.ts";
import { endContent, whoseContent } from "./chrome/screens.ts";
import type { CourseDocument } from "./contract.ts";
import { all, find, h } from "./dom.ts";
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
  const live = h("div", { class: "b-sr", role: "status" });
  const steps = route({ course });
  let lastStep = steps[0]?.id ?? "";

  const view: View = {
    ...basics(root, main, course, session),
    announce: (text) => {
      live.textContent = "";
      setTimeout(() => (live.textContent = text), 50);
    },
    dispatch: (event) => {
      session.dispatch(event);
      refresh();
    },
    open: (page) => {
      shelf.show(page);
      shelf.arrive();
    },
    next: () => {
      const at = steps.findIndex((page) => page.id === shelf.current());
      const [page, after] = [steps[at], steps[at + 1]];
      if (page) view.dispatch({ type: "page-read", page: page.id });
      if (after) view.open(after.id);
      else finish();
    },
    help: () => aid.open(),
    leave: () => void leave(view),
    quickExit: () => quickExit(view),
    setBusy: (busy) => void root.classList.toggle("b-busy", busy),
  };
  const shelf = pages(view, (id) => {
    if (steps.some((page) => page.id === id)) lastStep = id;
    frame.update(id);
    refresh();
  });
  const aid = help(view);
  const list = menu(view, shelf.current);
  const top = bar(view, { skip: () => shelf.arrive(), menu: list.open });
  const frame = foot(view, () => view.open(lastStep));

  function refresh(): void {
    const read = steps.filter((page) => session.state.read.includes(page.id)).length;
    top.update(steps.length ? read / steps.length : 1);
  }

  function finish(): void {
    const { title, content } = endContent(view);
    shelf.stand(title, ...content);
    frame.update("");
  }

  function start(): void {
    root.classList.remove("b-asking");
    const { place } = session.state;
    // A fragment names the page: a link into the course, or the author's view that reloads it.
    const asked = steps.find((page) => location.hash === `#p-${page.id}`)?.id;
    shelf.show(asked ?? (steps.some((page) => page.id === place) ? place : lastStep));
    if (session.resumed && !place && !asked) list.open();
  }

  dress(view, top.element, frame, live);
  session.onSave(frame.saving);
  session.onChange(() => shelf.show(shelf.current(), true));
  onThreeShifts(view.quickExit);
  if (session.askWhose) {
    root.classList.add("b-asking");
    shelf.stand(view.t("whoseTitle"), ...whoseContent(view, () => {
      start();
      shelf.arrive();
    }));
  } else start();
}

/** Put the frame around the document: the cover joins the first page, the list of pages is drawn anew. */
function dress(view: View, top: HTMLElement, frame: Foot, live: HTMLElement): void {
  const { root, main, session, t } = view;
  for (const list of all(root, ".b-toc")) list.hidden = true;
  const cover = find(root, ".b-cover");
  if (cover) find(main, "h1")?.after(cover);
  const said = [session.foreign && t("foreign"), session.dropped > 0 && t("updated")];
  main.prepend(frame.alarm);
  for (const text of said) if (text) tellOnce(root, text);
  root.prepend(top);
  root.append(frame.element, live);
  root.classList.add("b-on");
}

type Action = "announce" | "dispatch" | "open" | "next" | "help" | "leave" | "quickExit" | "setBusy";

/** The parts of a view that do not depend on the frame. */
function basics(root: HTMLElement, main: HTMLElement, course: CourseDocument, session: Session): Omit<View, Action> {
  const prefix = `b${Math.random().toString(36).slice(2, 8)}`;
  const digits = new Intl.NumberFormat(course.language, { maximumFractionDigits: 2 });
  let used = 0;
  return {
    root, main, course, session,
    t: translator(course.texts, course.language),
    notes: openNotes(course.key, () => session.learnerKey),
    reading: { alwaysLight: false, version: new Map() },
    id: () => `${prefix}${++used}`,
    number: (n) => digits.format(n),
  };
}
