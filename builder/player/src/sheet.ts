/** Print a part of the course alone: copies of what the learner filled in, as plain words and boxes. */
import { all, h } from "./dom.ts";
import type { View } from "./view.ts";

/** What belongs to the screen only. */
const SCREEN = ".b-note, .b-actions, .b-hint, .b-verdict, .b-note-of-choice, .b-local, .b-noted, button";

/** Print `parts` (copied; null is left out) under a title, and nothing else. */
export function printSheet(view: View, title: string, parts: (Node | null)[]): void {
  for (const old of all(view.root, ".b-sheet")) old.remove();
  const sheet = h("div", { class: "b-sheet" }, h("h2", {}, title));
  for (const part of parts) if (part) sheet.append(plain(part));
  view.root.append(sheet);
  view.root.classList.add("b-printing");
  const done = (): void => {
    sheet.remove();
    view.root.classList.remove("b-printing");
  };
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}

/** A copy without ids and controls: a box stands as ☑ or ☐, a text as it was written. */
function plain(part: Node): Node {
  const copy = part.cloneNode(true);
  if (!(copy instanceof HTMLElement) || !(part instanceof HTMLElement)) return copy;
  const now = all<HTMLInputElement | HTMLTextAreaElement>(part, "input, textarea");
  all(copy, "input, textarea").forEach((field, at) => {
    const real = now[at];
    if (!real) return;
    if (real instanceof HTMLInputElement && (real.type === "checkbox" || real.type === "radio")) {
      field.replaceWith(h("span", { class: "b-sheet-box" }, real.checked ? "☑ " : "☐ "));
    } else {
      // Not in its note, which belongs to the screen.
      (field.closest(".b-note") ?? field).replaceWith(h("p", { class: "b-sheet-note" }, real.value));
    }
  });
  for (const extra of all(copy, SCREEN)) extra.remove();
  for (const element of [copy, ...all(copy, "[id]")]) element.removeAttribute("id");
  return copy;
}
