/** Golden files, and courses made by varying the sample one. */
import { readFileSync, readdirSync } from "node:fs";

import type { CompletionRule, CourseDocument, Evaluation, Item, Page, Scenario } from "../../../builder/player/src/contract.ts";

const GOLDEN = new URL("../../golden/", import.meta.url);

export function golden<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, GOLDEN), "utf8")) as T;
}

/** All cases of the files of a folder. */
export function cases<T>(folder: string): T[] {
  const names = readdirSync(new URL(`${folder}/`, GOLDEN)).sort();
  return names.flatMap((name) => golden<T[]>(`${folder}/${name}`));
}

/** What a golden case changes in the sample course. */
export interface Variation {
  /** "sample", or "kinds": every kind of question, and scenarios. */
  base?: "sample" | "kinds";
  key?: string;
  reporting?: CourseDocument["reporting"];
  rule?: Partial<CompletionRule>;
  items?: Record<string, Partial<Item>>;
  pages?: Record<string, Partial<Page>>;
  evaluations?: Record<string, Partial<Evaluation>>;
  scenarios?: Record<string, Partial<Scenario>>;
}

export function sample(variation: Variation = {}): CourseDocument {
  const course = golden<CourseDocument>(`contract/${variation.base ?? "sample"}.course.json`);
  Object.assign(course.rule, variation.rule);
  course.key = variation.key ?? course.key;
  course.reporting = variation.reporting ?? course.reporting;
  for (const part of ["items", "pages", "evaluations", "scenarios"] as const) {
    for (const [id, change] of Object.entries(variation[part] ?? {})) {
      const entry = (course[part] as { id: string }[]).find((e) => e.id === id);
      if (!entry) throw new Error(`no ${part} ${id} in the sample course`);
      Object.assign(entry, change);
    }
  }
  return course;
}
