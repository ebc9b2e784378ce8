/**
 * The two ways to leave. « Enregistrer et quitter » says whether the host acknowledged. « Quitter
 * rapidement » covers the page at once, saves what it can, and puts a neutral site in the place of the
 * whole window.
 */
import { add, button, fill, focusOn, h } from "./dom.ts";
import type { View } from "./view.ts";

const PRESSES = 3;
/** How long one press of Shift waits for the next, in milliseconds. */
const PRESSES_WITHIN = 3000;
/** After this many milliseconds, a page that is still there says what to do. */
const STILL_HERE = 1000;

/** Save, then say so honestly, in the place of the whole course. */
export async function leave(view: View): Promise<void> {
  const { root, session, t } = view;
  const heading = h("h1", { tabindex: -1 });
  const body = h("div", { role: "status" });
  const screen = h("main", { class: "b-main b-exit" }, h("section", { class: "b-section" }, heading, body));
  for (const child of root.children) (child as HTMLElement).hidden = true;
  root.append(screen);
  root.scrollIntoView({ block: "start" });

  async function save(): Promise<void> {
    say("exiting");
    const acknowledged = await session.finish();
    if (session.mode !== "normal") say("exitReview");
    else if (!acknowledged) say("exitRefused", button(t("retry"), "b-main-action", () => void save()));
    else if (session.hosted) say("exitSaved");
    else say("exitLocal", button(t("resume"), "b-second", () => location.reload()));
    add(body, h("div", { "data-note-tools": "" }));
    view.enliven(body);
  }

  function say(outcome: "exiting" | "exitReview" | "exitRefused" | "exitSaved" | "exitLocal", act?: Node): void {
    heading.textContent = t(outcome);
    fill(body,
      outcome !== "exiting" && h("p", {}, t(`${outcome}Text`)),
      act && h("p", { class: "b-actions" }, act));
    focusOn(heading, { preventScroll: true });
  }

  await save();
}

/** Cover everything, then go: the cover is painted before a slow host can hold the page. */
export function quickExit(view: View): void {
  const { root, session, course, t } = view;
  const said = h("p", {}, t("leaving"));
  fill(root, h("div", { class: "b-cover-all", role: "alert" }, said));
  let gone = false;
  const go = (): void => {
    if (gone) return;
    gone = true;
    try {
      session.dispatch({ type: "quick-exit" });
      session.flush();
    } catch {
      // Leaving matters more than saving.
    }
    away(course.settings.quickExit);
    // A frame that may not take the whole window away stays covered, and says how to leave.
    setTimeout(() => (said.textContent = t("closeTab")), STILL_HERE);
  };
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 100);
}

/** The whole window goes, in place of the page in its history; never the frame alone. */
function away(site: string): void {
  try {
    (window.top ?? window).location.replace(site);
  } catch {
    // Refused: the cover stays.
  }
}

/**
 * Shift pressed three times, with nothing else in between, leaves quickly (GOV.UK, « Exit this page »).
 * How many are still to come is said, and shown on the button.
 */
export function onThreeShifts(view: View): void {
  let presses = 0;
  let alone = false;
  let timer = 0;

  function count(now: number): void {
    presses = now;
    for (const n of [1, 2]) view.root.classList.toggle(`b-press-${n}`, now === n);
    clearTimeout(timer);
  }

  function forget(): void {
    if (presses) view.announce(view.t("pressesOver"));
    count(0);
  }

  document.addEventListener("keydown", (event) => {
    if (event.repeat && event.key === "Shift") return;
    alone = event.key === "Shift";
    if (!alone) forget();
  });
  // With the mouse, Shift extends a selection.
  document.addEventListener("pointerdown", () => {
    alone = false;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    count(presses + 1);
    if (presses === PRESSES) return view.quickExit();
    view.announce(view.t.count("presses", PRESSES - presses));
    timer = setTimeout(forget, PRESSES_WITHIN);
  });
}
