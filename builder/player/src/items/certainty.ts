/**
 * How sure one is of an answer, from 1 to 4, under any field: the digit ends the response. What is
 * said of it afterwards helps to know oneself; it never blames.
 */
import { h } from "../dom.ts";
import { answerOf, certaintyOf } from "../grade.ts";
import type { Response } from "../state.ts";
import type { Translator } from "../texts.ts";
import type { View } from "../view.ts";
import { degrees } from "./degrees.ts";
import type { Field } from "./field.ts";

/** From this degree on, one was sure. */
const SURE = 3;

export function withCertainty(view: View, field: Field, changed: () => void): Field {
  const { t } = view;
  const labels = [t("sure1"), t("sure2"), t("sure3"), t("sure4")];
  const { inputs, rows, value, set } = degrees(view, labels.map((label, at) => [String(at + 1), label]), changed);
  const element = h("div", {}, field.element,
    h("fieldset", { class: "b-certainty" }, h("legend", {}, t("sure")), h("div", { class: "b-degrees" }, ...rows)));
  return {
    ...field,
    element,
    read: () => {
      const response = field.read();
      return response === null ? null : response + value();
    },
    missing: () => field.missing() || (value() ? "" : t("missingSure")),
    write: (response) => {
      field.write(answerOf(response));
      set(String(certaintyOf(response) ?? ""));
    },
    lock: (on) => {
      field.lock(on);
      for (const input of inputs) input.disabled = on;
    },
    mark: (response, key) => field.mark(answerOf(response), key),
    focus: () => (field.missing() ? field.focus() : inputs[0]?.focus()),
  };
}

/** One sentence on how sure the answer was and whether it was right; "" where that was not asked. */
export function calibration(t: Translator, response: Response, right: boolean): string {
  const degree = certaintyOf(response);
  if (degree === null) return "";
  if (right) return t(degree >= SURE ? "sureRight" : "unsureRight");
  return t(degree >= SURE ? "sureNotRight" : "unsureNotRight");
}
