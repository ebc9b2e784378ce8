/**
 * How sure one is of an answer, from 1 to 4, under any field: the digit ends the response. What is
 * said of it afterwards helps to know oneself; it never blames.
 */
import { h } from "../dom.ts";
import { answerOf, certaintyOf, grade } from "../grade.ts";
import { degrees } from "./degrees.ts";
import type { Around, Remark } from "./field.ts";

/** From this degree on, one was sure. */
const SURE = 3;

export const certainty: Around = (view, item, inner, options) => {
  if (!item.certainty) return inner;
  const { t } = view;
  const labels = [t("sure1"), t("sure2"), t("sure3"), t("sure4")];
  const { inputs, element: row, value, set } = degrees(view, labels.map((label, at) => [String(at + 1), label]), options.changed);
  const element = h("div", {}, inner.element,
    h("fieldset", { class: "b-certainty" }, h("legend", {}, t("sure")), row));
  const missing = (): string => inner.missing?.() ?? "";
  return {
    ...(inner.draft && { draft: inner.draft }),
    element,
    clear: () => inner.clear(),
    read: () => {
      const response = inner.read();
      return response === null ? null : response + value();
    },
    missing: () => missing() || (inner.read() === null || value() ? "" : t("missingSure")),
    write: (response) => {
      inner.write(answerOf(response));
      set(String(certaintyOf(response) ?? ""));
    },
    lock: (on) => {
      inner.lock(on);
      for (const input of inputs) input.disabled = on;
    },
    mark: (response, key) => inner.mark(answerOf(response), key),
    focus: () => (inner.read() === null || missing() || value() ? inner.focus() : inputs[0]?.focus()),
  };
};

/** One sentence on how sure the answer was and whether it was right. */
export const calibration: Remark = (view, item, response) => {
  const degree = certaintyOf(response);
  if (!item.certainty || degree === null) return null;
  const sure = degree >= SURE;
  const key = grade(item, response).right ? (sure ? "sureRight" : "unsureRight") : (sure ? "sureNotRight" : "unsureNotRight");
  return h("p", { class: "b-remark" }, view.t(key));
};
