import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import type { Item } from "../../builder/player/src/contract.ts";
import { better, grade, match, result, score } from "../../builder/player/src/grade.ts";
import type { Result } from "../../builder/player/src/state.ts";
import { golden } from "./support/golden.ts";

interface ResponseCase {
  name: string;
  item: Item;
  text?: string;
  response: string;
  right: boolean;
  points: number;
}

for (const { name, item, text, response, right, points } of golden<ResponseCase[]>("grade/responses.json")) {
  test(`grade: ${name}`, () => {
    if (text !== undefined) assert.equal(match(item, text), response);
    assert.deepEqual(grade(item, response), { right, points });
  });
}

interface ResultCase {
  name: string;
  items: Item[];
  answers: Record<string, string>;
  result: Result;
  score: number;
}

for (const { name, items, answers, ...expected } of golden<ResultCase[]>("grade/results.json")) {
  test(`result: ${name}`, () => {
    const obtained = result(items, answers);
    assert.deepEqual(obtained, expected.result);
    assert.equal(score(obtained), expected.score);
  });
}

const results = fc
  .record({ points: fc.integer({ min: 0, max: 2000 }), possible: fc.integer({ min: 1, max: 20 }) })
  .map(({ points, possible }) => ({ points: Math.min(points, possible * 100) / 100, possible }));

test("a score is a whole number from 0 to 100 that never exceeds half a point of rounding", () => {
  fc.assert(
    fc.property(results, (obtained) => {
      const value = score(obtained);
      assert.ok(Number.isInteger(value) && value >= 0 && value <= 100);
      const exact = (100 * obtained.points) / obtained.possible;
      assert.ok(value - exact <= 0.5 + 1e-9 && exact - value < 0.5 + 1e-9);
    }),
  );
});

test("of two different results exactly one is better", () => {
  fc.assert(
    fc.property(results, results, (one, other) => {
      const same = one.points === other.points && one.points / one.possible === other.points / other.possible;
      assert.equal(better(one, other) && better(other, one), false);
      if (!same && one.points !== other.points) assert.ok(better(one, other) || better(other, one));
    }),
  );
});
