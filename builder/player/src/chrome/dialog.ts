/** A dialog over the page: the browser's own, so that focus stays in it and Escape closes it. */
import { button, fill, focusOn, h } from "../dom.ts";
import type { View } from "../view.ts";
import { awayButton } from "./away.ts";

export interface Dialog {
  readonly element: HTMLDialogElement;
  /** Show the dialog with this content, focus on its title. */
  open(...content: (Node | null)[]): void;
  close(): void;
}

export function dialog(view: View, title: string, name: string): Dialog {
  const id = view.id();
  const heading = h("h2", { id, tabindex: -1, class: "b-dialog-title" }, title);
  const body = h("div", { class: "b-dialog-body" });
  const head = h("div", { class: "b-dialog-head" },
    button(view.t("close"), "b-plain", () => close(), "close"),
    awayButton(view));
  const element = h("dialog", { class: `b-dialog ${name}`, "aria-labelledby": id }, head, body);
  let opener: Element | null = null;

  element.addEventListener("click", (event) => {
    if (event.target === element) close();
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !("showModal" in element)) close();
  });

  function open(...content: (Node | null)[]): void {
    fill(body, heading, ...content);
    opener = document.activeElement;
    if (typeof element.showModal === "function") element.showModal();
    else (element as HTMLElement).setAttribute("open", "");
    body.scrollTop = 0;
    focusOn(heading);
  }

  function close(): void {
    if (typeof element.close === "function") element.close();
    else {
      (element as HTMLElement).removeAttribute("open");
      if (opener instanceof HTMLElement) opener.focus();
    }
  }

  view.root.append(element);
  return { element, open, close };
}
