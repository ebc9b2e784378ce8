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

  element.addEventListener("click", (event) => {
    if (event.target === element) close();
  });
  function open(...content: (Node | null)[]): void {
    fill(body, heading, ...content);
    view.enliven(body);
    // A browser without modal dialogs still shows and closes it.
    if (element.showModal) element.showModal();
    else element.setAttribute("open", "");
    element.scrollTop = 0;
    focusOn(heading);
  }

  function close(): void {
    if (element.close) element.close();
    else element.removeAttribute("open");
  }

  view.root.append(element);
  return { element, open, close };
}
