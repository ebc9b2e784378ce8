/** Progress as a file, to go on elsewhere: only where no LMS keeps it. */
import { button, h } from "../dom.ts";
import type { View } from "../view.ts";

export function transfer(view: View, done: () => void): HTMLElement | null {
  const { course, session, notes, t } = view;
  if (session.hosted || session.mode !== "normal") return null;
  const withNotes = h("input", { type: "checkbox" });
  const message = h("p", { role: "status" });
  const chooser = h("input", { type: "file", accept: ".json", class: "b-sr", tabindex: -1, "aria-hidden": "true" });

  function save(): void {
    const text = session.exportState(withNotes.checked ? notes.all() : undefined);
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    h("a", { href: url, download: `${course.id}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  async function load(): Promise<void> {
    const file = chooser.files?.[0];
    if (!file) return;
    const found = session.importState(await file.text());
    chooser.value = "";
    if (found.result === "ok") {
      for (const [id, text] of Object.entries(found.notes)) notes.set(id, text);
      done();
      view.announce(t("transferOk"));
    } else {
      message.textContent = t(found.result === "foreign" ? "transferForeign" : "transferUnreadable");
    }
  }

  chooser.addEventListener("change", () => void load());
  return h("details", { class: "b-fold" },
    h("summary", {}, t("transfer")),
    h("p", {}, t("transferText")),
    notes.any() && h("label", { class: "b-check" }, withNotes, h("span", {}, t("transferNotes"))),
    h("p", { class: "b-actions" },
      button(t("transferSave"), "b-second", save),
      button(t("transferLoad"), "b-second", () => chooser.click()), chooser),
    message);
}
