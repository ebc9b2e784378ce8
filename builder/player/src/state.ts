/**
 * What is kept of a learner's way through the course, and the events that change it.
 *
 * Never here: private notes, the text of a short or open answer, the choice to pass or lighten a
 * passage (the three ways on from a notice all end in the same `page-read`).
 */

/**
 * A closed question and a scale: the letters chosen, in alphabetical order ("a", "bd"). A short text or
 * a number: the letter of the accepted answer that matched, or "" when none did: what was typed is never kept.
 * Matching and categorising: choice and target in pairs, in the order of the choices' letters ("abba": a→b, b→a).
 * Ordering: the letters in the order given. Open: "a" once something was written, else "". Where the item asks
 * for certainty, a digit from 1 to 4 ends the response ("bd3").
 */
export type Response = string;

export interface ItemState {
  /** Saturates at `MOST_TRIES` where tries are unlimited. */
  tries: number;
  last: Response;
  /** Right at the first and at the last try. */
  firstRight: boolean;
  lastRight: boolean;
}

/** Points of a complete attempt (hundredths are exact) out of those possible on its items. */
export interface Result {
  points: number;
  possible: number;
}

export interface EvaluationState {
  /** Name of the form drawn; kept over attempts. */
  form: string;
  /** Items of the attempt in order, when `draw` is set; otherwise null: those of the form. */
  drawn: string[] | null;
  /** Answers of the attempt in progress, by item; null when none is. */
  current: Record<string, Response> | null;
  /** Answers of the last complete attempt, by item; null before, and while another is in progress. */
  last: Record<string, Response> | null;
  /** Complete attempts; saturates at `MOST_ATTEMPTS` where attempts are unlimited. */
  attempts: number;
  /** The first complete attempt (learning gain) and the best one; null before. */
  first: Result | null;
  best: Result | null;
}

export interface ScenarioState {
  /** Id of the scene where the learner is. */
  scene: string;
  /** Values in the order of the scenario's variables. */
  variables: number[];
  /** Id of the last ending reached, kept when one begins again; null before. */
  ending: string | null;
}

export interface State {
  /** Two characters drawn once for the learner: the order of shuffled choices comes from it. */
  seed: string;
  /** Page to resume at; "" opens the menu (after a quick exit, and at the very first). */
  place: string;
  /** Ids of pages read, in the order of the course. */
  read: string[];
  /** Practice items by id. */
  items: Record<string, ItemState>;
  evaluations: Record<string, EvaluationState>;
  scenarios: Record<string, ScenarioState>;
  /** Active seconds over all sittings, idle capped; the host keeps it, suspend data does not. */
  elapsed: number;
}

export type PlayerEvent =
  | { type: "page-opened"; page: string }
  | { type: "page-read"; page: string }
  | { type: "item-answered"; item: string; response: Response }
  | { type: "evaluation-started"; evaluation: string; form: string; drawn: string[] | null }
  | { type: "evaluation-answered"; evaluation: string; item: string; response: Response }
  | { type: "evaluation-finished"; evaluation: string }
  /** Take a choice of the present scene: its conditions must hold. */
  | { type: "scene-chosen"; scenario: string; choice: string }
  /** One step back within the sitting: the interface remembers where from. */
  | { type: "scene-returned"; scenario: string; scene: string; variables: number[] }
  | { type: "scenario-restarted"; scenario: string }
  | { type: "quick-exit" }
  | { type: "time"; seconds: number };

export interface Status {
  completion: "incomplete" | "completed";
  success: "unknown" | "passed" | "failed";
  /** 0 to 100 (half rounded up), or null when there is none. */
  score: number | null;
  /** 0 to 1; 1 exactly when completed. */
  progress: number;
}
