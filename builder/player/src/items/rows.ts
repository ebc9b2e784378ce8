/** What matching, categorising and ordering have in common: things that stand where they should, or elsewhere. */
import { block, fill, h, icon } from "../dom.ts";
import type { Choice, Html, Item } from "../contract.ts";
import { grade } from "../grade.ts";
import type { Response } from "../state.ts";
import type { Translator } from "../texts.ts";
import type { View } from "../view.ts";

/** In its place; in another, to be tried again; in another, and what the key says of the one expected. */
export type Place = "there" | "elsewhere" | { text: string };

/** Words and an icon, never colour alone; the author's feedback only where it gives nothing away. */
export function rowNote(view: View, choice: Choice, place: Place): Node[] {
  const { t } = view;
  const there = place === "there";
  const text = there ? t("rowThere") : place === "elsewhere" ? t("rowElsewhere") : place.text;
  const more = place === "elsewhere" ? null : block(choice.feedback, "b-feedback");
  return [h("p", { class: "b-tag" }, icon(there ? "check" : "open"), h("span", {}, text)), ...(more ? [more] : [])];
}

export function markRow(view: View, row: HTMLElement, note: HTMLElement, choice: Choice, place: Place): void {
  row.classList.toggle("b-best", place === "there");
  fill(note, ...rowNote(view, choice, place));
}

/** Part of an answer is said in words: `placed` counts what stands where it should. Steps may follow well and all be shifted. */
export function verdictOn(placed: (item: Item, response: Response) => number) {
  return (t: Translator, item: Item, response: Response): string => {
    const n = placed(item, response);
    if (grade(item, response).right) return t("rightPlaces");
    if (n) return t.count("placed", n, { total: item.choices.length });
    return t(grade({ ...item, partial: true }, response).points ? "partly" : "wrongText");
  };
}

/** The words of builder-made HTML. */
export function words(html: Html): string {
  return (h("div", { html }).textContent ?? "").trim().replace(/\s+/g, " ");
}
