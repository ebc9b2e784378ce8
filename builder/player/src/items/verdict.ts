/** What is said of a response: true, and never shaming. */
import type { Item } from "../contract.ts";
import { grade } from "../grade.ts";
import type { Response } from "../state.ts";
import type { Translator } from "../texts.ts";

export function verdict(t: Translator, item: Item, response: Response): string {
  const { right } = grade(item, response);
  const text = item.kind === "short-text";
  if (right) return t(text ? "rightText" : item.kind === "multiple" ? "rightSeveral" : "right");
  if (text) return t("wrongText");
  const some = item.kind === "multiple" && item.choices.some((c) => c.right && response.includes(c.id));
  return t(some ? "partly" : "wrong");
}
