/**
 * The player in an XBlock of Open edX: core and pieces in one script, one call of `BaliseBlock` a block.
 * The document and the course stand in the block's element; the state goes to the block's handlers. There
 * is no attestation: a block is a part of the course, and the platform has certificates of its own.
 */
import "./pieces/choices.ts";
import "./pieces/typed.ts";
import "./pieces/number.ts";
import "./pieces/ordering.ts";
import "./pieces/pairs.ts";
import "./pieces/scale.ts";
import "./pieces/open.ts";
import "./pieces/certainty.ts";
import "./pieces/ideas.ts";
import "./pieces/practice.ts";
import "./pieces/evaluation.ts";
import "./pieces/notes.ts";
import "./pieces/note-tools.ts";
import "./pieces/checklist.ts";
import "./pieces/scenario.ts";
import "./pieces/survey.ts";
import "./pieces/tabs.ts";
import type { CourseDocument } from "./contract.ts";
import { all, find, h } from "./dom.ts";
import { Player } from "./player.ts";
import { ask, openedx, type XBlockRuntime } from "./runtimes/openedx.ts";
import { browserEnv } from "./session/env.ts";
import { ServedSitting, type Served } from "./session/served.ts";
import { signOff, type SignOff } from "./sign-off.ts";
import { Supply } from "./supply.ts";

interface Data {
  course: CourseDocument;
  served: Served;
  /** The platform's anonymous name of the learner; "" in Studio. */
  learner: string;
  /** A name of the block, unlike any other's. */
  block: string;
  /** Where a checklist asks for a practical sign-off. */
  sign?: SignOff;
}

/** What Open edX calls for each block; older runtimes hand over a jQuery object. */
function BaliseBlock(runtime: XBlockRuntime, element: HTMLElement | { 0: HTMLElement }): void {
  const host = element instanceof HTMLElement ? element : element[0];
  const root = find(host, ".balise");
  const main = root && find(root, ".b-main");
  const text = find(host, "script[data-balise-block]")?.textContent;
  if (!root || !main || !text || root.classList.contains("b-on")) return;
  nameApart(root);
  const { course, served, learner, block, sign } = JSON.parse(text) as Data;
  const sitting = new ServedSitting(course, served, learner, openedx(runtime, host), browserEnv(window), block);
  try {
    new Player(root, main, course, sitting, new Supply()).begin();
    if (sign && learner) signOff(root, course.language, sign, (code) => ask(runtime.handlerUrl(host, "sign"), JSON.stringify({ code })));
  } catch (fault) {
    root.prepend(h("p", { class: "b-told-once", role: "alert" }, course.texts["failed"]));
    console.error(fault);
  }
}

/** Several blocks may hold the same page or help: a section is named by its own title. */
function nameApart(root: HTMLElement): void {
  for (const section of all(root, ".b-section[aria-labelledby]")) {
    const title = find(section, "h1");
    if (!title) continue;
    title.id = `${title.id}-${Math.random().toString(36).slice(2, 8)}`;
    section.setAttribute("aria-labelledby", title.id);
  }
}

Object.assign(window, { BaliseBlock });
