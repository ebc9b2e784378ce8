/** Bring the questions, evaluations and private notes of a part of a page to life. */
import { all } from "../dom.ts";
import { evaluation } from "../evaluation.ts";
import { noteField } from "../notes.ts";
import { evaluationOf, itemOf } from "../progress.ts";
import type { View } from "../view.ts";
import { practice } from "./practice.ts";

export function enliven(view: View, part: HTMLElement): void {
  for (const host of all(part, "[data-item]")) {
    const item = itemOf(view.course, host.dataset["item"] ?? "");
    if (item) practice(view, item, host);
  }
  for (const host of all(part, "[data-evaluation]")) {
    const found = evaluationOf(view.course, host.dataset["evaluation"] ?? "");
    if (found) evaluation(view, found, host);
  }
  for (const host of all(part, "[data-note]")) noteField(view, host, host.dataset["note"] ?? "");
}
