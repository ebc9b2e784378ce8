/** Help: the same button at the same place on every page, the course's own resources in a dialog. */
import { all, find, h } from "./dom.ts";
import { dialog } from "./chrome/dialog.ts";
import { pageOfKind, type View } from "./view.ts";

export interface Help {
  open(): void;
}

export function help(view: View): Help {
  const { t } = view;
  const frame = dialog(view, t("helpTitle"), "b-help-dialog");

  /** A copy of the help page, without its title and ids: the page itself stays where it is. */
  function resources(): HTMLElement | null {
    const page = pageOfKind(view, "help");
    const section = page && find(view.main, `[data-page="${page.id}"]`);
    if (!section) return null;
    const copy = h("div", { class: "b-help-copy" });
    for (const child of section.children) {
      if (child.tagName !== "H1" && !child.classList.contains("b-eyebrow")) copy.append(child.cloneNode(true));
    }
    for (const element of all(copy, "[id]")) element.removeAttribute("id");
    for (const heading of all(copy, "h2")) heading.replaceWith(h("h3", { html: heading.innerHTML }));
    return copy;
  }

  function more(): HTMLElement {
    const privacy = pageOfKind(view, "privacy");
    return h("div", { class: "b-help-more" },
      h("h3", {}, t("helpLeave")),
      h("p", {}, t("helpLeaveText")),
      privacy && h("p", {}, h("button", {
        type: "button",
        class: "b-button b-link",
        onclick: () => {
          frame.close();
          view.open(privacy.id);
        },
      }, privacy.title)));
  }

  return { open: () => frame.open(resources(), more()) };
}
