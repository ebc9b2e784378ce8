/** A question without right or wrong, in practice: noted as soon as it is answered, with a quiet word of thanks. */
import { block, fill, h, icon } from "../dom.ts";
import type { Item } from "../contract.ts";
import type { View } from "../view.ts";
import { question } from "./field.ts";

export function noted(view: View, item: Item, host: HTMLElement): void {
  const { t } = view;
  const { nodes, field } = question(view, item, { changed: keep, entered: keep });
  const thanks = h("div", { class: "b-noted" });
  const more = h("div");
  fill(host, ...nodes, thanks, more);

  function keep(): void {
    const response = field.read();
    if (response === null || response === kept()) return;
    const first = kept() === undefined;
    view.dispatch({ type: "item-answered", item: item.id, response });
    thank();
    if (first) view.announce(t("noted"));
  }

  function kept(): string | undefined {
    return view.session.state.items[item.id]?.last;
  }

  function thank(): void {
    fill(thanks, icon("check"), h("span", {}, t("noted")));
    fill(more, block(item.general, "b-general"));
  }

  const before = kept();
  if (before === undefined) return;
  field.write(before);
  if (before) thank();
}
