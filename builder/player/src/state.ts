/** What is kept of a learner's way through the course, and the events that change it. */

/**
 * A closed question: the letters chosen, sorted ("a", "bd"). A short text: the letter of the
 * accepted answer that matched, or "" when none did: the text itself is never kept.
 */
export type Response = string;

export interface ItemState {
  tries: number;
  last: Response;
  /** Right at the first and at the last try. */
  firstRight: boolean;
  lastRight: boolean;
}

export interface EvaluationState {
  /** Name of the form drawn; kept over attempts. */
  form: string;
  /** Items of this attempt in order, when `draw` is set; otherwise those of the form. */
  drawn: string[] | null;
  /** Answers of the attempt in progress, by item; null when none is. */
  current: Record<string, Response> | null;
  /** Answers of the last complete attempt, by item; null before. */
  last: Record<string, Response> | null;
  /** Complete attempts. */
  attempts: number;
  /** Points of the first complete attempt (learning gain) and of the best one. */
  first: number | null;
  best: number | null;
}

export interface State {
  /** Page to resume at; "" opens the menu (after a quick exit). */
  place: string;
  /** Ids of pages read. */
  read: string[];
  /** Practice items by id. */
  items: Record<string, ItemState>;
  evaluations: Record<string, EvaluationState>;
  /** Active seconds over all sessions, idle capped. */
  elapsed: number;
}

export type PlayerEvent =
  | { type: "page-opened"; page: string }
  | { type: "page-read"; page: string }
  | { type: "item-answered"; item: string; response: Response }
  | { type: "evaluation-started"; evaluation: string; form: string; drawn: string[] | null }
  | { type: "evaluation-answered"; evaluation: string; item: string; response: Response }
  | { type: "evaluation-finished"; evaluation: string }
  | { type: "quick-exit" }
  | { type: "time"; seconds: number };

export interface Status {
  completion: "incomplete" | "completed";
  success: "unknown" | "passed" | "failed";
  /** 0 to 100 (half rounded up), or null when there is none. */
  score: number | null;
  /** 0 to 1. */
  progress: number;
}
