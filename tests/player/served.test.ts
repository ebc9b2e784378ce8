/** A sitting that a platform keeps: whatever becomes of the requests, nothing is lost and nothing counts twice. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { sample } from "./support/golden.ts";
import { Platform, pass, settled } from "./support/platform.ts";

const COURSE = sample();
const ITEM = COURSE.items.find(({ page }) => page !== null)?.id ?? "";
const read = (page: string) => ({ type: "page-read", page }) as const;
const answer = (response: string) => ({ type: "item-answered", item: ITEM, response }) as const;

test("served, events go together after a short quiet, under one name", async () => {
  const platform = new Platform(COURSE);
  const { session, tab, shown } = platform.open();
  session.dispatch(read("signaux"));
  session.dispatch(answer("a"));
  await pass(tab, 700);
  assert.equal(platform.came.length, 0);
  await pass(tab, 200);
  assert.deepEqual(platform.came.map(({ events }) => events.map(({ type }) => type)), [["page-read", "item-answered"]]);
  assert.deepEqual(shown, ["saved", "pending", "saved"]);
  assert.deepEqual(platform.state, session.state);
});

test("served, offline: kept, tried again with back-off, a calm sign after the second failure", async () => {
  const platform = new Platform(COURSE);
  const { session, tab, shown } = platform.open();
  platform.offline = 3;
  session.dispatch(read("signaux"));
  await pass(tab, 1000 + 2000);
  assert.equal(shown.at(-1), "retrying");
  session.dispatch(answer("a"));
  assert.ok(session.state.items[ITEM], "the learner goes on");
  await pass(tab, 5000 + 15_000 + 1000);
  assert.equal(shown.at(-1), "saved");
  assert.deepEqual(platform.state, session.state);
  assert.equal(new Set(platform.came.map(({ batch }) => batch)).size, platform.came.length);
});

test("served, the network is back: no more waiting", async () => {
  const platform = new Platform(COURSE);
  const { session, tab } = platform.open();
  platform.offline = 4;
  session.dispatch(read("signaux"));
  await pass(tab, 1000 + 2000 + 5000 + 15_000);
  assert.equal(platform.came.length, 0);
  tab.fire("online");
  await settled();
  assert.deepEqual(platform.state.read, ["signaux"]);
});

test("served, an answer that got lost: the same batch again counts once", async () => {
  const platform = new Platform(COURSE);
  const { session, tab, shown } = platform.open();
  platform.deaf = 2;
  session.dispatch(answer("a"));
  await pass(tab, 1000 + 2000 + 5000);
  const names = platform.came.map(({ batch }) => batch);
  assert.deepEqual([names.length, new Set(names).size], [3, 1]);
  assert.equal(platform.state.items[ITEM]?.tries, 1);
  assert.equal(shown.at(-1), "saved");
});

test("served, a refused batch: only the event without sense is left out, and what follows is sent", async () => {
  const platform = new Platform(COURSE);
  const { session, tab, shown } = platform.open();
  platform.senseless = "quick-exit";
  session.dispatch(read("signaux"));
  session.dispatch({ type: "page-opened", page: "signaux" });
  session.dispatch({ type: "quick-exit" });
  session.dispatch(answer("a"));
  await pass(tab, 6000);
  session.dispatch(read("chaine"));
  await pass(tab, 1000);
  assert.deepEqual([platform.state.read, platform.state.items[ITEM]?.tries], [["signaux", "chaine"], 1]);
  assert.equal(shown.at(-1), "saved");
  assert.ok(!shown.includes("retrying"));
  assert.deepEqual(session.state, platform.state, "the platform's state stands");
});

for (const event of ["hidden", "pagehide"] as const) {
  test(`served, ${event}: sent at once`, async () => {
    const platform = new Platform(COURSE);
    const { session, tab } = platform.open();
    session.dispatch(read("signaux"));
    tab.fire(event);
    await settled();
    assert.deepEqual(platform.state.read, ["signaux"]);
  });
}

test("served, two reasons to send at the same time: one request", async () => {
  const platform = new Platform(COURSE);
  const { session, tab } = platform.open();
  session.dispatch(read("signaux"));
  tab.fire("hidden");
  session.dispatch(read("chaine"));
  tab.fire("pagehide");
  tab.fire("online");
  await pass(tab, 3000);
  assert.equal(platform.came.length, 2);
  assert.deepEqual(platform.state.read, ["signaux", "chaine"]);
});

test("served, an evaluation: keys come with the mark of the platform only", async () => {
  const platform = new Platform(COURSE);
  const { session, tab, course } = platform.open();
  session.startEvaluation("bilan");
  const right = (): boolean => course.items.some(({ id, choices }) => id === "a1" && choices.some((one) => one.right));
  assert.ok(course.items.some(({ id }) => id === "a1") && !right());
  session.dispatch({ type: "evaluation-answered", evaluation: "bilan", item: "a1", response: "b" });
  await pass(tab, 1000);
  assert.ok(await session.settle("bilan"));
  assert.ok(right());
  assert.equal(session.state.evaluations["bilan"]?.attempts, 1);
});

test("served, « Terminer » offline: still open, and never finished later by surprise", async () => {
  const platform = new Platform(COURSE);
  const { session, tab, shown } = platform.open();
  session.startEvaluation("bilan");
  await pass(tab, 1000);
  platform.offline = 2;
  assert.equal(await session.settle("bilan"), false);
  assert.equal(shown.at(-1), "retrying");
  session.dispatch({ type: "evaluation-answered", evaluation: "bilan", item: "a1", response: "b" });
  await pass(tab, 60_000);
  assert.deepEqual(platform.state.evaluations["bilan"]?.current, { a1: "b" });
  assert.equal(shown.at(-1), "saved");
  assert.ok(await session.settle("bilan"));
  assert.equal(platform.state.evaluations["bilan"]?.best?.points, 1);
});

test("served, « Terminer » heard but its answer lost: the result shows at the next try, marked once", async () => {
  const platform = new Platform(COURSE);
  const { session, tab } = platform.open();
  session.startEvaluation("bilan");
  await pass(tab, 1000);
  platform.deaf = 2;
  assert.equal(await session.settle("bilan"), false);
  await pass(tab, 20_000);
  assert.ok(await session.settle("bilan"));
  assert.equal(platform.state.evaluations["bilan"]?.attempts, 1);
});

test("served, a typed answer: its text travels, once", async () => {
  const platform = new Platform(COURSE);
  const { session, tab } = platform.open();
  session.startEvaluation("bilan");
  session.typed("a1", "  ");
  session.dispatch({ type: "evaluation-answered", evaluation: "bilan", item: "a1", response: "" });
  session.typed("a2", "911");
  session.dispatch({ type: "evaluation-answered", evaluation: "bilan", item: "a2", response: "" });
  await pass(tab, 1000);
  const texts = platform.came.flatMap(({ events }) => events.map(({ text }) => text));
  assert.deepEqual(texts, [undefined, undefined, "911"]);
  assert.ok(!JSON.stringify(session.state).includes("911"));
});

test("served, another tab went on: what it did is taken over, and said", async () => {
  const platform = new Platform(COURSE);
  const here = platform.open();
  const there = platform.open("ana", 2);
  let told = 0;
  here.session.onChange(() => (told += 1));
  there.session.dispatch(read("chaine"));
  await pass(there.tab, 1000);
  here.session.dispatch(read("signaux"));
  await pass(here.tab, 1000);
  assert.deepEqual([here.session.state.read, told], [["signaux", "chaine"], 1]);
});

test("served, the author's preview: nothing is sent, nothing is kept", async () => {
  const platform = new Platform(COURSE);
  const { session, tab, shown } = platform.open("");
  session.dispatch(read("signaux"));
  tab.fire("pagehide");
  await pass(tab, 5000);
  assert.deepEqual([platform.came.length, shown, session.learnerKey], [0, ["review"], ""]);
  assert.equal(await session.settle("bilan"), false);
});

test("served, a lost session: what waited leaves after the page is loaded again", async () => {
  const platform = new Platform(COURSE);
  const first = platform.open();
  platform.offline = 99;
  first.session.dispatch(answer("a"));
  await pass(first.tab, 4000);
  first.session.dispatch(read("signaux"));
  first.tab.fire("pagehide");
  await settled();
  platform.offline = 0;
  const again = platform.open("ana", 2, first.tab);
  await settled();
  await pass(again.tab, 2000);
  assert.deepEqual([platform.state.read, platform.state.items[ITEM]?.tries], [["signaux"], 1]);
  assert.deepEqual(again.session.state, platform.state);
  assert.deepEqual([again.shown.at(-1), again.tab.tab?.map.size], ["saved", 0]);
});

test("served, a page closed while its answers travelled: they count once", async () => {
  const platform = new Platform(COURSE);
  const first = platform.open();
  first.session.dispatch(answer("a"));
  first.tab.fire("pagehide");
  const kept = [...(first.tab.tab?.map ?? [])];
  await settled();
  assert.equal(first.tab.tab?.map.size, 0);
  for (const [key, value] of kept) first.tab.tab?.setItem(key, value); // the page died before it heard
  const again = platform.open("ana", 2, first.tab);
  await pass(again.tab, 2000);
  assert.equal(platform.state.items[ITEM]?.tries, 1);
});

test("served, what waited is its learner's: another person in the tab sends none of it, and no typed text is kept", async () => {
  const platform = new Platform(COURSE);
  const first = platform.open();
  platform.offline = 99;
  first.session.startEvaluation("bilan");
  first.session.typed("a1", "un mot");
  first.session.dispatch({ type: "evaluation-answered", evaluation: "bilan", item: "a1", response: "" });
  await pass(first.tab, 4000);
  const kept = JSON.stringify([...(first.tab.tab?.map ?? [])]);
  assert.ok(kept.includes("evaluation-answered") && !kept.includes("un mot"));
  platform.offline = 0;
  const other = platform.open("bea", 2, first.tab);
  await pass(other.tab, 2000);
  assert.equal(platform.came.length, 0);
});

test("served, junk or no room in the tab's storage stops nothing", async () => {
  const platform = new Platform(COURSE);
  const first = platform.open();
  platform.offline = 99;
  first.session.dispatch(read("signaux"));
  await pass(first.tab, 4000);
  const [key] = [...(first.tab.tab?.map.keys() ?? [])];
  for (const junk of ["{", "null", "[]", '{"sending": 3, "waiting": []}', '{"sending": null, "waiting": 1}']) {
    first.tab.tab?.setItem(key ?? "", junk);
    assert.equal(platform.open("ana", 3, first.tab).session.status().completion, "incomplete");
  }
  first.tab.tab?.removeItem(key ?? "");
  if (first.tab.tab) first.tab.tab.full = true;
  platform.offline = 0;
  first.tab.fire("online");
  await settled();
  assert.deepEqual(platform.state.read, ["signaux"]);
});
