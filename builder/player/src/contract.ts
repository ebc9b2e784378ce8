/**
 * course.json, version 1: the one thing that crosses between the builder, the player, the
 * server and the XBlocks. Written by balise_builder/contract, inlined in index.html as a data
 * block and shipped beside it.
 */

/** An HTML fragment made by the builder; trusted, never from a learner. */
export type Html = string;

export interface CourseDocument {
  /** Version of this contract. */
  balise: 1;
  id: string;
  /** Random course key of ids.lock, 6 characters of [A-Za-z0-9]: stamped on suspend data. */
  key: string;
  title: string;
  version: string;
  /** BCP 47, e.g. "fr-CA". */
  language: string;
  status: "draft" | "in-review" | "approved";
  level: string;
  format: string;
  audiences: string[];
  minutes: number | null;
  coAuthors: string[];
  objectives: { id: string; text: string }[];
  /** What an LMS receives: done/passed; also the score; also the answers of the evaluation. */
  reporting: "status" | "result" | "answers";
  rule: CompletionRule;
  pages: Page[];
  /** Practice and evaluation items alike; an evaluation item has `page: null`. */
  items: Item[];
  evaluations: Evaluation[];
  /** Private notes (`réflexion`), by page; their text is never in the state. */
  notes: { id: string; n: number; page: string }[];
  protocols: { id: string; page: string }[];
  scenarios: Scenario[];
  /** Misconceptions that wrong choices are tied to (`idée`): those of this course only. */
  ideas: Idea[];
  /** Checklists that the learner keeps on the device, like notes; never in the state. */
  checklists: { id: string; n: number; page: string }[];
  /** Pathways that go through this course; the player shows none, a library groups courses by them. */
  pathways: Pathway[];
  /** Interface texts of the course's language, `{name}` placeholders; see render/texts. */
  texts: Record<string, string>;
  settings: { quickExit: string };
  /** Worst case of suspend data over every path, and the limit it was checked against. */
  suspend: { worst: number; limit: number };
}

export interface Pathway {
  id: string;
  title: string;
  description: string;
  /** `course` is empty for a part given in person (`live`) and for a break; `start` is as written, e.g. "9 h 15". */
  steps: { course: string; title: string; live: boolean; start: string; minutes: number | null }[];
}

export interface CompletionRule {
  /** Percentage of counted pages to read, 0 to 100. */
  pages: number;
  evaluation: string | null;
  /** Points needed; null makes the evaluation diagnostic. */
  threshold: number | null;
  /** Possible points of one form, as the author declared them. */
  of: number | null;
  /** Send "failed" once the attempts are used up. */
  failed: boolean;
}

export interface Page {
  id: string;
  /** Number of ids.lock; never reused. */
  n: number;
  title: string;
  /** "privacy" (« Qui voit quoi ») and "help" are generated. */
  kind: "presentation" | "capsule" | "privacy" | "help";
  /** Whether reading it counts for completion. */
  counted: boolean;
  minutes: number | null;
  sensitive: boolean;
  notice: boolean;
  light: boolean;
  /** Practice items, in reading order. */
  items: string[];
  evaluations: string[];
  scenarios: string[];
}

export type ItemKind =
  | "single" | "multiple" | "true-false" | "short-text" | "number"
  | "matching" | "categorising" | "ordering" | "scale" | "open";

export interface Item {
  id: string;
  n: number;
  kind: ItemKind;
  /** Page of a practice item; null for an item of an evaluation. */
  page: string | null;
  /** 0 for a scale and an open question: they are never scored. */
  points: number;
  /** Tries allowed in practice; null is unlimited. */
  tries: number | null;
  /** Always true for matching, categorising and ordering. */
  shuffle: boolean;
  partial: boolean;
  /** Short text: compare literally. */
  exact: boolean;
  /** Asks how sure the learner is, from 1 to 4, after the answer. */
  certainty: boolean;
  objective: string | null;
  situation: "concerning" | "ordinary" | null;
  stem: Html;
  /** Options; terms (matching), things to sort (categorising), steps in the right order (ordering), degrees from low to high (scale). */
  choices: Choice[];
  /** Definitions (matching) or categories (categorising) that `choices[].target` names. */
  targets: Target[];
  answers: Answer[];
  /**
   * `variantes`: what stands for `{{prénom}}`, `{{il}}`… in the texts of the item, one record a variant; which one a
   * learner meets follows from the seed and the item's number. Empty: the texts hold no such mark.
   */
  variants: Record<string, string>[];
  /** The same question in lighter words, `choices` in the same order (empty keeps theirs); which one was read is never recorded. */
  light: { stem: Html; choices: Html[] } | null;
  /** General feedback, after any answer; may be empty. */
  general: Html;
}

export interface Choice {
  /** Letter of ids.lock. */
  id: string;
  html: Html;
  /** Ticked by the author (single, multiple, true-false); false for every other kind. */
  right: boolean;
  /** Keeps its place when shuffled. */
  fixed: boolean;
  /** Letter of the right target (matching, categorising). */
  target: string | null;
  /** Id of the misconception behind a wrong choice. */
  idea: string | null;
  feedback: Html;
}

export interface Target {
  /** Letter of ids.lock, of a series of its own. */
  id: string;
  html: Html;
}

export interface Idea {
  id: string;
  idea: Html;
  reality: Html;
  source: Html;
}

export interface Answer {
  id: string;
  text: string;
  /** Number: the value, and how far from it an answer may be; both null for a text. */
  value: number | null;
  tolerance: number | null;
}

/** The words of its scenes stand in the document (`data-scene`); here is what decides. */
export interface Scenario {
  id: string;
  n: number;
  page: string;
  /** Id of the first scene. */
  start: string;
  /** Integers from 0 to 9, saturating, with their first values. */
  variables: { name: string; value: number }[];
  scenes: Scene[];
  /** Whether one may go back a scene; absent is yes. Only an XBlock's author may say no. */
  undo?: boolean;
}

export interface Scene {
  id: string;
  /** Number of ids.lock within the scenario; never reused. */
  n: number;
  title: Html;
  end: boolean;
  /** Points of an ending, for the learner's eyes; null when none were given. */
  points: number | null;
  choices: SceneChoice[];
}

export interface SceneChoice {
  /** Letter of ids.lock. */
  id: string;
  html: Html;
  /** Id of the next scene. */
  to: string;
  /** Shown before the next scene; may be empty. */
  feedback: Html;
  /** All must hold for the choice to be offered. */
  conditions: Condition[];
  effects: Effect[];
}

export interface Condition {
  /** Index in `variables`. */
  variable: number;
  operator: "<" | ">" | "<=" | ">=" | "=" | "!=";
  value: number;
}

export interface Effect {
  variable: number;
  operator: "+" | "-" | "=";
  value: number;
}

export interface Evaluation {
  id: string;
  n: number;
  moment: "before" | "after" | "followup";
  page: string;
  /** Attempts allowed; null is unlimited. */
  attempts: number | null;
  /** Items drawn from the single form "-"; null takes all. */
  draw: number | null;
  /** "A", "B" (parallel) or one form named "-". Form C is never in a learner's first package. */
  forms: { name: string; items: string[] }[];
}
