/**
 * The script of a package: finds its document and its course, mounts the player, then brings what
 * enlivens the pages. Should anything go wrong, the document is given back whole, and says so.
 */
import { kit } from "balise:kit";
import type { CourseDocument } from "./contract.ts";
import { all, h } from "./dom.ts";
import { mount } from "./mount.ts";
import type { RuntimeName } from "./runtimes/runtime.ts";
import { Supply } from "./supply.ts";

function boot(): void {
  const script = document.querySelector<HTMLElement>("script[data-balise-runtime]");
  const runtime = (script?.dataset["baliseRuntime"] ?? "web") as RuntimeName;
  const supply = new Supply(script, kit);
  for (const block of document.querySelectorAll("script[data-balise-course]")) {
    const course = JSON.parse(block.textContent ?? "") as CourseDocument;
    const roots = all(document.body, "[data-balise]");
    const root = roots.find((r) => r.dataset["course"] === course.id && !r.classList.contains("b-on"));
    if (!root) continue;
    try {
      mount(root, course, runtime, supply);
    } catch (fault) {
      giveBack(root, course);
      console.error(fault);
    }
  }
  supply.start();
  if (BALISE_HOST === "web") keepOffline(script?.dataset["baliseWorker"]);
}

/** A service worker, where the package has one and the browser takes it: not from a folder. */
function keepOffline(worker: string | undefined): void {
  if (!worker || !("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  window.addEventListener("load", () => {
    // Refused (a private window, a strict host): the course is played as on any page.
    navigator.serviceWorker.register(worker).catch(() => undefined);
  });
}

function giveBack(root: HTMLElement, course: CourseDocument): void {
  root.classList.remove("b-on", "b-busy", "b-asking");
  for (const part of all(root, ".b-top, .b-foot, .b-dialog")) part.remove();
  for (const part of all(root, "[hidden]")) part.hidden = false;
  root.prepend(h("p", { class: "b-told-once", role: "alert" }, course.texts["failed"]));
}

boot();
