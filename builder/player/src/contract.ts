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
  /** Interface texts of the course's language, `{name}` placeholders; see render/texts. */
  texts: Record<string, string>;
  settings: { quickExit: string };
  /** Worst case of suspend data over every path, and the limit it was checked against. */
  suspend: { worst: number; limit: number };
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
}

export type ItemKind = "single" | "multiple" | "true-false" | "short-text";

export interface Item {
  id: string;
  n: number;
  kind: ItemKind;
  /** Page of a practice item; null for an item of an evaluation. */
  page: string | null;
  points: number;
  /** Tries allowed in practice; null is unlimited. */
  tries: number | null;
  shuffle: boolean;
  partial: boolean;
  /** Short text: compare literally. */
  exact: boolean;
  objective: string | null;
  situation: "concerning" | "ordinary" | null;
  stem: Html;
  choices: Choice[];
  answers: Answer[];
  /** General feedback, after any answer; may be empty. */
  general: Html;
}

export interface Choice {
  /** Letter of ids.lock. */
  id: string;
  html: Html;
  right: boolean;
  /** Keeps its place when shuffled. */
  fixed: boolean;
  feedback: Html;
}

export interface Answer {
  id: string;
  text: string;
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
