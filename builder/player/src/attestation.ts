/**
 * The attestation at the end of a completed course: a sheet to print, never a gate. It bears the name
 * that the platform gives (or a line to write it on), the course, its version and the day; no score.
 */
import { button, fill, h } from "./dom.ts";
import { printSheet } from "./sheet.ts";
import type { View } from "./view.ts";

export function attestation(view: View, host: HTMLElement): void {
  const { t } = view;
  fill(host,
    h("h2", {}, t("attestation")),
    h("p", {}, t("attestationText")),
    h("p", { class: "b-actions" }, button(t("attestationPrint"), "b-second", () => print(view))));
}

function print(view: View): void {
  const { t, course, session } = view;
  const day = new Intl.DateTimeFormat(course.language, { dateStyle: "long" }).format(new Date());
  printSheet(view, t("attestation"), [
    session.learnerName
      ? h("p", { class: "b-attested" }, session.learnerName)
      : h("p", { class: "b-attested b-to-write" }, t("attestationName")),
    h("p", {}, t("attestationDone", { title: course.title, version: course.version })),
    h("p", {}, t("attestationDay", { day })),
    course.status === "approved" ? null : h("p", {}, t("attestationDraft")),
  ]);
}
