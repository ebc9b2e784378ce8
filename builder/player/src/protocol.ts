/**
 * « Qui appeler ici »: the contacts that the employer writes in `protocole.json`, beside index.html, in
 * place of the author's default text. No rebuild, and nothing from it is ever HTML. Without the file the
 * default stands; a file that does not read leaves it too, and says why in the console.
 */
import { add, all, fill, find, h } from "./dom.ts";
import { readProtocols, type Contact, type LocalProtocol, type Protocols } from "./protocol/format.ts";
import type { View } from "./view.ts";

const FILE = "protocole.json";

const files = new WeakMap<View, Promise<Protocols>>();

/** Show the contacts of the place, once the file was read. */
export async function protocol(view: View, id: string, host: HTMLElement): Promise<void> {
  const found = (await contacts(view))(id);
  if (found && !find(host, ".b-contacts-by")) show(view, host, found);
}

/** The file is asked for once, at the first page: the course may go on without a network. */
export function contacts(view: View): Promise<Protocols> {
  const asked = files.get(view) ?? load(view.course.language);
  files.set(view, asked);
  return asked;
}

async function load(language: string): Promise<Protocols> {
  const none: Protocols = () => null;
  // A page opened from a folder may not read the files beside it.
  if (!location.protocol.startsWith("http")) return none;
  try {
    const answer = await fetch(new URL(FILE, document.baseURI), { credentials: "same-origin" });
    // Hosts answer a page of their own where a file is missing.
    if (!answer.ok || /html/.test(answer.headers.get("content-type") ?? "")) return none;
    const { protocols, problems } = readProtocols(await answer.text(), language);
    for (const problem of problems) console.warn(`${FILE}: ${problem}`);
    return protocols;
  } catch {
    return none;
  }
}

function show(view: View, host: HTMLElement, { text, contacts }: LocalProtocol): void {
  const title = find(host, ".b-protocol-title");
  for (const child of all(host, ":scope > *")) if (child !== title) child.hidden = true;
  add(host,
    ...text.map((paragraph) => h("p", {}, paragraph)),
    contacts.length > 0 && h("ul", { class: "b-contacts" }, ...contacts.map((one) => line(view, one))),
    h("p", { class: "b-hint b-contacts-by" }, view.t("protocolBy")));
}

function line(view: View, { name, phone, email, when }: Contact): HTMLElement {
  const { t } = view;
  const digits = phone.replace(/[\s().-]|\u00a0/g, "");
  const call = /^\+?\d{3,15}$/.test(digits) ? h("a", { href: `tel:${digits}` }, phone) : phone;
  const write = /^[^\s@:?&]+@[^\s@:?&]+$/.test(email) ? h("a", { href: `mailto:${email}` }, email) : email;
  const ways = h("ul", { class: "b-ways" });
  const way = (label: string, what: Node | string): void => void ways.append(fillLine(label, what));
  if (phone) way(t("protocolPhone"), call);
  if (email) way(t("protocolEmail"), write);
  if (when) way(t("protocolWhen"), when);
  return h("li", { class: "b-resource" }, h("p", {}, h("strong", {}, name)), ways);
}

function fillLine(label: string, what: Node | string): HTMLElement {
  const item = h("li");
  fill(item, `${label} `, what);
  return item;
}
