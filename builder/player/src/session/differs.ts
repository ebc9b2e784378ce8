import type { State } from "../state.ts";

/** Whether another tab or device went on: places and time are each tab's own. */
export function differs(one: State, other: State): boolean {
  const kept = ({ read, items, scenarios, evaluations }: State): string =>
    JSON.stringify([[...read].sort(), sorted(items), sorted(scenarios), sorted(evaluations)]);
  return kept(one) !== kept(other);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]);
}
