import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import type { Item } from "../../builder/player/src/contract.ts";
import {
  answerOf, answeredWhole, better, canonical, certaintyOf, grade, isScored, pairsOf, result, score,
} from "../../builder/player/src/grade.ts";
import { match } from "../../builder/player/src/grade/match.ts";
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

interface KindCase {
  kind: Item["kind"];
  item: Omit<Partial<Item>, "choices" | "targets"> & { choices?: (string | object)[]; targets?: string[] };
  scored?: boolean;
  texts?: Record<string, string>;
  responses: {
    name: string; response: string; canonical?: string; right: boolean; points: number; whole: boolean;
  }[];
}

const BARE = { partial: false, exact: false, certainty: false, answers: [] };

/** The whole item of a case; a choice that is only a letter is a step or a degree. */
function whole({ kind, item }: KindCase): Item {
  const choices = (item.choices ?? []).map((c) => ({
    right: false, target: null, ...(typeof c === "string" ? { id: c } : c),
  }));
  return { ...BARE, ...item, kind, choices, targets: (item.targets ?? []).map((id) => ({ id })) } as unknown as Item;
}

const KINDS = golden<KindCase[]>("grade/kinds.json");

for (const one of KINDS) {
  const item = whole(one);
  for (const { name, response, right, points, ...expected } of one.responses) {
    test(`grade, ${one.kind}: ${name}`, () => {
      const kept = canonical(item, response);
      assert.equal(kept, expected.canonical ?? response);
      assert.deepEqual(grade(item, response), { right, points });
      assert.deepEqual(grade(item, kept), { right, points });
      assert.equal(answeredWhole(item, response), expected.whole);
      assert.equal(isScored(item), one.scored ?? true);
    });
  }
  for (const [text, letter] of Object.entries(one.texts ?? {})) {
    test(`match, ${one.kind}: « ${text} »`, () => assert.equal(match(item, text), letter));
  }
}

test("any text is a response that is kept once and graded within the points", () => {
  const junk = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."abcde1234 ~(*") }));
  for (const item of KINDS.map(whole)) {
    fc.assert(
      fc.property(junk, (response) => {
        const kept = canonical(item, response);
        assert.equal(canonical(item, kept), kept);
        assert.match(kept, item.certainty ? /^[a-z]*[1-4]?$/ : /^[a-z]*$/);
        const { right, points } = grade(item, response);
        assert.ok(points >= 0 && points <= item.points && right === (isScored(item) && points === item.points));
        assert.match(match(item, response), /^[a-z]?$/);
      }),
    );
  }
});

test("an answer, its certainty and its pairs are read from a response", () => {
  assert.deepEqual(["ab3", "ab", "4", ""].map(answerOf), ["ab", "ab", "", ""]);
  assert.deepEqual(["ab3", "ab", "4", "a9"].map(certaintyOf), [3, null, 4, null]);
  const pairs = pairsOf(whole(KINDS[0] as KindCase), "ddab");
  assert.deepEqual(pairs.map(({ choice, target }) => choice.id + target), ["ab", "dd"]);
});

test("an item that is never scored changes no result", () => {
  const items = KINDS.map(whole).map((item, i) => ({ ...item, id: `q${i}` }));
  const scored = items.filter(isScored);
  const possible = scored.reduce((sum, item) => sum + item.points, 0);
  assert.ok(scored.length < items.length);
  assert.deepEqual(result(items, {}), { points: 0, possible });
  assert.deepEqual(result(items, { q0: "abbadd", q9: "a" }), { points: 3, possible });
});

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
