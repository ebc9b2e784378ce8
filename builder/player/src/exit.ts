/**
 * The two ways to leave. « Enregistrer et quitter » says whether the host acknowledged. « Quitter
 * rapidement » covers the page at once, saves what it can, and puts a neutral site in its place.
 */
import { add, button, fill, focusOn, h } from "./dom.ts";
import { noteTools } from "./notes.ts";
import type { View } from "./view.ts";

/** How long three presses of Shift may take, in milliseconds. */
const PRESSES_WITHIN = 3000;
/** After this, the frame leaves on its own if the host did not let the whole window go. */
const STILL_HERE = 700;

/** Save, then say so honestly, in the place of the whole course. */
export async function leave(view: View): Promise<void> {
  const { root, session, t } = view;
  const heading = h("h1", { tabindex: -1 });
  const body = h("div", { role: "status" });
  const screen = h("main", { class: "b-main b-exit" }, h("section", { class: "b-section" }, heading, body));
  // Taken before the pages are put away: printing needs their prompts.
  const notes = noteTools(view);
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
    add(body, notes);
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
  fill(root, h("div", { class: "b-cover-all" }, h("p", {}, t("leaving"))));
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
  };
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 100);
}

function away(site: string): void {
  try {
    (window.top ?? window).location.replace(site);
  } catch {
    window.location.replace(site);
    return;
  }
  setTimeout(() => window.location.replace(site), STILL_HERE);
}

/** Shift pressed three times, with nothing else in between, leaves quickly. */
export function onThreeShifts(act: () => void): void {
  let presses: number[] = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.repeat) {
      if (!event.repeat) presses = [];
      return;
    }
    presses = [...presses.filter((at) => event.timeStamp - at < PRESSES_WITHIN), event.timeStamp];
    if (presses.length >= 3) {
      presses = [];
      act();
    }
  });
}
