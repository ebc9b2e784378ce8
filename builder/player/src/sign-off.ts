/**
 * The practical sign-off of a checklist in Open edX: whoever saw the gestures enters a code. The server
 * checks it, and keeps the day only.
 */
import { button, fill, find, focusOn, h } from "./dom.ts";

export interface SignOff {
  /** When it was signed off, ISO 8601; "" before. */
  at: string;
  words: Record<"signTitle" | "signText" | "signLabel" | "signButton" | "signDone" | "signEmpty" | "signUnreached", string>;
}

/** Send a code; the answer is the handler's. */
type Send = (code: string) => Promise<Response>;

/** Put the sign-off under the pages, where it also stands once they are done. */
export function signOff(root: HTMLElement, language: string, { at, words }: SignOff, send: Send): void {
  const foot = find(root, ".b-foot");
  const title = h("h2", { id: `b-sign-${Math.random().toString(36).slice(2, 8)}` }, words.signTitle);
  const body = h("div", {});
  const section = h("section", { class: "b-sign", "aria-labelledby": title.id }, title, body);
  if (foot) foot.before(section);
  else root.append(section);
  if (at) fill(body, h("p", { class: "b-sign-done" }, said(at)));
  else fill(body, form());

  function said(when: string): string {
    const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(when));
    return words.signDone.replace("{day}", day);
  }

  function form(): HTMLElement {
    // Not a password field: a browser would offer to keep the code on the learner's device.
    const field = h("input", { type: "text", class: "b-line b-secret", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
    const told = h("p", { class: "b-sign-told", role: "status" });
    const go = button(words.signButton, "b-second", () => undefined);
    go.type = "submit";
    const form = h("form", {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void sign(form, field, told);
      },
    },
    h("p", {}, words.signText),
    h("label", { class: "b-note-label" }, h("span", {}, words.signLabel), field),
    h("p", { class: "b-actions" }, go), told);
    return form;
  }

  async function sign(form: HTMLElement, field: HTMLInputElement, told: HTMLElement): Promise<void> {
    if (form.hasAttribute("aria-busy")) return;
    told.textContent = "";
    if (!field.value.trim()) {
      told.textContent = words.signEmpty;
      field.focus();
      return;
    }
    form.setAttribute("aria-busy", "true");
    try {
      const answer = (await (await send(field.value)).json()) as { at?: string; text?: string; error?: string };
      if (answer.at) {
        const done = h("p", { class: "b-sign-done" }, said(answer.at));
        fill(body, done);
        focusOn(done);
        return;
      }
      told.textContent = answer.text ?? answer.error ?? words.signUnreached;
      field.value = "";
    } catch {
      told.textContent = words.signUnreached;
    }
    form.removeAttribute("aria-busy");
    find(form, "input")?.focus();
  }
}
