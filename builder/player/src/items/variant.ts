/** An item with the words of the variant that this learner meets, the same at each visit. */
import type { Item } from "../contract.ts";
import { variantOf, withVariant } from "../order.ts";
import type { View } from "../view.ts";

export function varied(view: View, item: Item): Item {
  const variant = variantOf(item, view.session.state.seed);
  if (!variant) return item;
  const put = <T extends { html: string }>(one: T): T => ({ ...one, html: withVariant(one.html, variant) });
  return {
    ...item,
    stem: withVariant(item.stem, variant),
    choices: item.choices.map((choice) => ({ ...put(choice), feedback: withVariant(choice.feedback, variant) })),
    targets: item.targets.map(put),
    answers: item.answers.map((answer) => ({ ...answer, text: withVariant(answer.text, variant) })),
    general: withVariant(item.general, variant),
  };
}
