/** An item with the words that this learner meets: lighter ones when asked for, then those of the variant. */
import { button, h } from "../dom.ts";
import type { Item } from "../contract.ts";
import { variantOf, withVariant } from "../order.ts";
import type { View } from "../view.ts";

/** The variant is the same at each visit; the lighter words are for this sitting, never saved, never sent. */
export function varied(view: View, item: Item, light = isLight(view, item)): Item {
  const worded = light ? lightened(item) : item;
  const variant = variantOf(item, view.session.state.seed);
  if (!variant) return worded;
  const put = <T extends { html: string }>(one: T): T => ({ ...one, html: withVariant(one.html, variant) });
  return {
    ...worded,
    stem: withVariant(worded.stem, variant),
    choices: worded.choices.map((choice) => ({ ...put(choice), feedback: withVariant(choice.feedback, variant) })),
    targets: worded.targets.map(put),
    answers: worded.answers.map((answer) => ({ ...answer, text: withVariant(answer.text, variant) })),
    general: withVariant(worded.general, variant),
  };
}

/** A package from before lighter words has none. */
function isLight(view: View, item: Item): boolean {
  return Boolean(item.light) && (view.reading.items.get(item.id) ?? view.reading.alwaysLight);
}

function lightened(item: Item): Item {
  if (!item.light) return item;
  const { stem, choices } = item.light;
  return { ...item, stem, choices: item.choices.map((choice, at) => ({ ...choice, html: choices[at] ?? choice.html })) };
}

/** The way to the other words of a question; `again` asks it anew. */
export function otherWords(view: View, item: Item, again: () => void): HTMLElement | null {
  if (!item.light) return null;
  const light = isLight(view, item);
  return h("p", { class: "b-words" }, button(view.t(light ? "noticeFull" : "noticeLight"), "b-link", () => {
    view.reading.items.set(item.id, !light);
    again();
  }));
}
