import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { decode, encode } from "../../builder/player/src/codec.ts";
import type { Item } from "../../builder/player/src/contract.ts";
import { drawForm, drawItems, shuffled } from "../../builder/player/src/draw.ts";
import { choiceOrder, targetOrder, variantOf, withVariant } from "../../builder/player/src/order.ts";
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

const like = (kind: Item["kind"], letters: string): Item => ({
  ...shuffledItem, kind, shuffle: false,
  choices: [...letters].map((id) => ({ ...shuffledItem.choices[0]!, id, fixed: id === letters[0] })),
  targets: [...letters].map((id) => ({ id, html: id })),
});
const SEEDS = Array.from({ length: 400 }, (_, i) => `${i % 10}${String.fromCharCode(97 + (i % 26))}`);

test("steps are never shown in the right order, and every other order comes up", () => {
  for (const [letters, orders] of [["ab", 1], ["ba", 1], ["bca", 5], ["dacb", 23]] as const) {
    const shown = new Set(SEEDS.map((seed) => order(like("ordering", letters), seed)));
    assert.equal(shown.has(letters), false);
    assert.equal(shown.size, orders);
  }
  assert.equal(order(like("ordering", "c"), "ab"), "c");
});

test("things to sort always move, terms only when the author shuffles, fixed ones never", () => {
  const shown = (item: Item) => new Set(SEEDS.map((seed) => order(item, seed)));
  assert.equal(shown(like("categorising", "abcd")).size, 6);
  assert.ok([...shown(like("categorising", "bacd"))].every((letters) => letters.startsWith("b")));
  assert.deepEqual(shown(like("matching", "abcd")), new Set(["abcd"]));
  assert.equal(shown({ ...like("matching", "abcd"), shuffle: true }).size, 6);
});

test("definitions follow the learner, not the author nor the terms; categories keep their order", () => {
  const shown = (item: Item, seed: string) => targetOrder(item, seed).map(({ id }) => id).join("");
  const item = like("matching", "abc");
  assert.equal(new Set(SEEDS.map((seed) => shown(item, seed))).size, 6);
  const edited = { ...item, targets: [...item.targets].reverse() };
  for (const seed of SEEDS) assert.equal(shown(edited, seed), shown(item, seed));
  const free = { ...item, choices: item.choices.map((c) => ({ ...c, fixed: false })), shuffle: true };
  assert.ok(SEEDS.some((seed) => shown(free, seed) !== order(free, seed)));
  assert.equal(shown({ ...item, kind: "categorising" }, "ab"), "abc");
});

test("a learner meets one variant, and variants come up about as often", () => {
  const item = { ...shuffledItem, variants: [{ prénom: "Alix" }, { prénom: "Sam" }] };
  const met = SEEDS.map((seed) => variantOf(item, seed)?.["prénom"]);
  assert.deepEqual(SEEDS.map((seed) => variantOf(item, seed)?.["prénom"]), met);
  const share = met.filter((name) => name === "Alix").length / met.length;
  assert.ok(share > 0.35 && share < 0.65, String(share));
  assert.equal(variantOf(shuffledItem, "ab"), null);
});

test("the words of a variant stand for its marks, and are never markup", () => {
  const variant = { prénom: "Alix", il: "<b>&\"elle\"" };
  assert.equal(withVariant("<p>{{prénom}}, {{ il }} {{prénom}}</p>", variant), "<p>Alix, &lt;b&gt;&amp;&quot;elle&quot; Alix</p>");
  assert.equal(withVariant("{{autre}} {{constructor}} {prénom} {{", variant), "{{autre}} {{constructor}} {prénom} {{");
  assert.equal(withVariant("{{prénom}}", null), "{{prénom}}");
});
