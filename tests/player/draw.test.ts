import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { decode, encode } from "../../builder/player/src/codec.ts";
import type { Item } from "../../builder/player/src/contract.ts";
import { choiceOrder, drawForm, drawItems, shuffled } from "../../builder/player/src/draw.ts";
import { apply, newState } from "../../builder/player/src/progress.ts";
import { sample } from "./support/golden.ts";

const COURSE = sample();
const SEED = fc.string({ unit: fc.constantFrom(..."0aZ-_9"), minLength: 2, maxLength: 2 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function started(id: string, form: string) {
  return apply(COURSE, newState("00"), { type: "evaluation-started", evaluation: id, form, drawn: null });
}

test("A then B, or B then A, whichever evaluation comes first", () => {
  fc.assert(
    fc.property(random, random, fc.constantFrom("avant", "bilan"), (one, two, first) => {
      const form = drawForm(COURSE, newState("00"), first, () => one);
      assert.equal(form, one < 0.5 ? "A" : "B");
      const second = first === "avant" ? "bilan" : "avant";
      const other = drawForm(COURSE, started(first, form ?? ""), second, () => two);
      assert.equal(other, form === "A" ? "B" : "A");
    }),
  );
});

test("the form drawn is kept over attempts", () => {
  fc.assert(
    fc.property(random, (any) => drawForm(COURSE, started("bilan", "B"), "bilan", () => any) === "B"),
  );
});

test("a third evaluation on the same forms draws again", () => {
  const course = sample();
  const bilan = course.evaluations.find((e) => e.id === "bilan");
  if (bilan) course.evaluations.push({ ...bilan, id: "encore", n: 3 });
  let state = newState("00");
  for (const [evaluation, form] of [["avant", "A"], ["bilan", "B"]] as const) {
    state = apply(course, state, { type: "evaluation-started", evaluation, form, drawn: null });
  }
  assert.deepEqual([0, 0.9].map((any) => drawForm(course, state, "encore", () => any)), ["A", "B"]);
});

test("evaluations on other forms do not weigh on the draw", () => {
  const course = sample({ evaluations: { avant: { forms: [{ name: "A", items: ["a1"] }] } } });
  assert.equal(drawForm(course, started("avant", "A"), "bilan", () => 0), "A");
});

test("a draw takes as many different items as asked, all of the bank", () => {
  const items = ["a1", "a2", "a3", "b1", "b2", "b3"];
  const course = sample({ evaluations: { bilan: { draw: 4, forms: [{ name: "-", items }] } } });
  const bilan = course.evaluations.find((e) => e.id === "bilan");
  fc.assert(
    fc.property(fc.infiniteStream(random), (stream) => {
      const drawn = bilan ? drawItems(bilan, "-", () => stream.next().value) : null;
      assert.equal(new Set(drawn).size, 4);
      assert.ok(drawn?.every((id) => items.includes(id)));
    }),
  );
});

test("shuffling keeps every value, and every order comes up about as often", () => {
  const counts = new Map<string, number>();
  let state = 1;
  const source = () => (state = (state * 16807) % 2147483647) / 2147483647;
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(["a", "b", "c"], source).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(count > 850 && count < 1150, String(count));
});

const shuffledItem = COURSE.items.find((item) => item.id === "q-gestes") as Item;
const order = (item: Item, seed: string) => choiceOrder(item, seed).map((choice) => choice.id).join("");

test("fixed choices keep their place, the others move with the learner", () => {
  const orders = new Set<string>();
  fc.assert(
    fc.property(SEED, (seed) => {
      const shown = order(shuffledItem, seed);
      orders.add(shown);
      assert.equal(shown.at(-1), "d");
      assert.equal([...shown].sort().join(""), "abcd");
    }),
  );
  assert.equal(orders.size, 6);
});

test("the order is the same after a resume, and when choices are moved or reworded", () => {
  fc.assert(
    fc.property(SEED, (seed) => {
      const resumed = decode(COURSE, encode(COURSE, newState(seed))).state.seed;
      const edited = { ...shuffledItem, choices: [...shuffledItem.choices] };
      [edited.choices[0], edited.choices[1]] = [edited.choices[1]!, edited.choices[0]!];
      assert.equal(order(shuffledItem, resumed), order(shuffledItem, seed));
      assert.equal(order(edited, seed), order(shuffledItem, seed));
    }),
  );
});

test("without shuffling the author's order stands", () => {
  assert.equal(order({ ...shuffledItem, shuffle: false }, "ab"), "abcd");
});
