/** What the player makes of the cases that pytest writes to its standard input (tests/xblocks/test_parity.py). */
import { readFileSync } from "node:fs";

import { encode } from "../../../builder/player/src/codec.ts";
import type { CourseDocument, Item } from "../../../builder/player/src/contract.ts";
import { canonical, grade } from "../../../builder/player/src/grade.ts";
import { match } from "../../../builder/player/src/grade/match.ts";
import { readings } from "../../../builder/player/src/grade/number.ts";
import { apply, newState } from "../../../builder/player/src/progress.ts";
import type { PlayerEvent } from "../../../builder/player/src/state.ts";
import { status } from "../../../builder/player/src/status.ts";

interface Cases {
  responses: { item: Item; text: string; response: string }[];
  courses: CourseDocument[];
  walks: [course: number, events: PlayerEvent[]][];
}

const { responses, courses, walks } = JSON.parse(readFileSync(0, "utf8")) as Cases;
const graded = responses.map(({ item, text, response }) => {
  const { right, points } = grade(item, response);
  return [match(item, text), readings(text), canonical(item, response), right, points];
});
const walked = walks.map(([which, events]) => {
  const course = courses[which] as CourseDocument;
  const state = events.reduce((before, event) => apply(course, before, event), newState("k-"));
  return [state, encode(course, state, "zz"), status(course, state)];
});
process.stdout.write(JSON.stringify({ graded, walked }));
