/** Small helpers to write elements by hand. Text goes in as text; only the builder's HTML as HTML. */
import type { Html } from "./contract.ts";

type Handler = (event: Event) => void;
type Attribute = string | number | boolean | null | undefined | Handler;
type Child = Node | string | null | undefined | false;
export type Attributes = Record<string, Attribute>;

/** An element: `on…` attributes listen, `html` takes builder-made HTML, false and null are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "html") element.innerHTML = String(value ?? "");
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : String(value));
  }
  add(element, ...children);
  return element;
}

export function add(parent: Element, ...children: Child[]): void {
  parent.append(...children.filter((child) => child) as (Node | string)[]);
}

/** Replace the children of an element. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.textContent = "";
  add(parent, ...children);
}

/** A block of builder-made HTML; null when there is nothing in it. */
export function block(html: Html, name: string): HTMLElement | null {
  return html ? h("div", { class: name, html }) : null;
}

const PATHS = {
  menu: "M4 7h16M4 12h16M4 17h16",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9.5a3 3 0 1 1 4 2.8q-1 .5-1 1.7M12 17v.1",
  leave: "M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9",
  check: "M5 13l4.5 4.5L19 7",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  close: "M6 6l12 12M18 6L6 18",
  open: "M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14z",
} as const;
export type IconName = keyof typeof PATHS;

/** A decorative icon, in the colour of the text beside it. */
export function icon(name: IconName): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  for (const [key, value] of [["class", "b-icon"], ["viewBox", "0 0 24 24"], ["aria-hidden", "true"]] as const) {
    svg.setAttribute(key, value);
  }
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A button with a text, and an icon before it. */
export function button(text: string, name: string, act: Handler, image?: IconName): HTMLButtonElement {
  const label = h("span", {}, text);
  return h("button", { type: "button", class: `b-button ${name}`, onclick: act }, image && icon(image), label);
}

export function find<E extends HTMLElement = HTMLElement>(parent: Element, selector: string): E | null {
  return parent.querySelector<E>(selector);
}

export function all<E extends HTMLElement = HTMLElement>(parent: Element, selector: string): E[] {
  return [...parent.querySelectorAll<E>(selector)];
}

/** Move the focus to something that is not a control (a heading, a message). */
export function focusOn(element: HTMLElement, options?: FocusOptions): void {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus(options);
}
