/** Shared workstations, lost networks and several tabs: nobody's work is lost, nobody sees another's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { decode, encode } from "../../builder/player/src/codec.ts";
import { better } from "../../builder/player/src/grade.ts";
import { apply, newState } from "../../builder/player/src/progress.ts";
import type { CourseDocument } from "../../builder/player/src/contract.ts";
import { merge } from "../../builder/player/src/session/merge.ts";
import type { PlayerEvent, State } from "../../builder/player/src/state.ts";
import { MemoryStorage, Profile } from "./support/browser.ts";
import { golden, sample } from "./support/golden.ts";
import { Lms, type Edition } from "./support/lms.ts";
import { launch, read, take, writes } from "./support/sittings.ts";
import { anyState } from "./support/walks.ts";

const COURSE = sample();
const stored = (lms: Lms) => decode(COURSE, lms.stored["cmi.suspend_data"] ?? "").state;

/** A sitting whose last commits are all refused, then the tab is killed. */
function lostSitting(lms: Lms, profile: Profile): void {
  const { session, tab } = launch(COURSE, lms, profile);
  read(session, "presentation");
  tab.pass(2000);
  lms.refuse = Infinity;
  read(session, "signaux");
  tab.pass(2000);
  session.dispatch({ type: "item-answered", item: "q-gestes", response: "ab" });
  lms.refuse = 0;
  profile.kill();
}

for (const edition of ["scorm12", "scorm2004"] as Edition[]) {
  test(`${edition}, a local copy of what was refused is united at the next launch, then deleted`, () => {
    const [lms, profile] = [new Lms(edition), new Profile()];
    lostSitting(lms, profile);
    assert.equal(profile.storage?.map.size, 1);
    const { session, tab } = launch(COURSE, lms, profile, 5);
    assert.deepEqual([session.resumed, session.state.read], [true, ["presentation", "signaux"]]);
    assert.equal(session.state.items["q-gestes"]?.lastRight, true);
    tab.pass(2000);
    assert.deepEqual(writes(lms.log).filter((line) => line === "commit").length, 1);
    assert.deepEqual([stored(lms).read, profile.storage?.map.size], [["presentation", "signaux"], 0]);
  });

  test(`${edition}, a commit stored whose answer was lost: the copy still goes further`, () => {
    const [lms, profile] = [new Lms(edition), new Profile()];
    const { session, tab } = launch(COURSE, lms, profile);
    lms.refuse = 1;
    read(session, "signaux");
    tab.pass(2000);
    lms.stored["cmi.suspend_data"] = (lms.log.find((line) => line.includes("suspend_data=")) ?? "").split("=")[1] ?? "";
    lms.refuse = Infinity;
    read(session, "chaine");
    lms.refuse = 0;
    profile.kill();
    assert.deepEqual(launch(COURSE, lms, profile, 5).session.state.read, ["signaux", "chaine"]);
  });

  test(`${edition}, the host went on elsewhere: the copy is deleted, not used`, () => {
    const [lms, profile] = [new Lms(edition), new Profile()];
    lostSitting(lms, profile);
    const elsewhere = launch(COURSE, lms, new Profile(), 9);
    read(elsewhere.session, "chaine");
    elsewhere.tab.fire("pagehide");
    const { session } = launch(COURSE, lms, profile, 5);
    assert.deepEqual(session.state.read, ["presentation", "chaine"]);
    assert.equal(profile.storage?.map.size, 0);
  });

  test(`${edition}, another learner in the same browser: the copy is neither used nor deleted`, () => {
    const [lms, profile] = [new Lms(edition), new Profile()];
    lostSitting(lms, profile);
    const other = launch(COURSE, new Lms(edition, "l-43"), profile, 5).session;
    assert.deepEqual([other.resumed, other.state.read], [false, []]);
    assert.equal(launch(COURSE, lms, profile, 6).session.state.read.length, 2);
  });

  test(`${edition}, another course of the same learner: the copy is not used`, () => {
    const [lms, profile] = [new Lms(edition), new Profile()];
    lostSitting(lms, profile);
    const other = launch(sample({ key: "other1" }), new Lms(edition), profile, 5).session;
    assert.deepEqual(other.state.read, []);
  });

  for (const learner of ["", "invité"]) {
    test(`${edition}, learner id « ${learner} »: no local copy, no key, no talk between tabs`, () => {
      const [lms, profile] = [new Lms(edition, learner), new Profile()];
      lostSitting(lms, profile);
      assert.deepEqual([profile.storage?.map.size, profile.channels], [0, 0]);
      const { session } = launch(COURSE, lms, profile, 5);
      assert.deepEqual([session.learnerKey, session.state.read], ["", ["presentation"]]);
    });
  }

  test(`${edition}, a generic account: the next person is asked, and may begin anew`, () => {
    const [lms, profile] = [new Lms(edition, "guest"), new Profile()];
    const before = launch(COURSE, lms, profile);
    read(before.session, "signaux");
    before.tab.fire("pagehide");
    const { session, tab } = launch(COURSE, lms, profile, 5);
    assert.equal(session.askWhose, true);
    session.restart();
    assert.deepEqual([session.askWhose, session.resumed, session.state.read], [false, false, []]);
    tab.pass(2000);
    assert.deepEqual(stored(lms).read, []);
    assert.equal(launch(COURSE, lms, profile, 6).session.state.read.length, 0);
  });

  test(`${edition}, a personal account is never asked, and keeps its own`, () => {
    const lms = new Lms(edition);
    const before = launch(COURSE, lms);
    read(before.session, "signaux");
    before.tab.fire("pagehide");
    const { session } = launch(COURSE, lms);
    session.restart();
    assert.deepEqual([session.askWhose, session.state.read], [false, ["signaux"]]);
  });

  test(`${edition}, storage denied or full: the session goes on in memory`, () => {
    const full = new Profile();
    if (full.storage) full.storage.full = true;
    for (const profile of [new Profile(null), full]) {
      const lms = new Lms(edition);
      lostSitting(lms, profile);
      assert.deepEqual(launch(COURSE, lms, profile, 5).session.state.read, ["presentation"]);
    }
  });

  test(`${edition}, the copy names nobody`, () => {
    const [lms, profile] = [new Lms(edition, "alix.roy@exemple.ca"), new Profile()];
    lostSitting(lms, profile);
    const [key, value] = [...(profile.storage as MemoryStorage).map][0] ?? [];
    assert.doesNotMatch(`${key} ${value}`, /alix|roy|exemple\.ca/i);
  });

  test(`${edition}, two tabs at once: whichever saves last has the work of both`, () => {
    for (const last of [0, 1]) {
      const [lms, profile] = [new Lms(edition), new Profile()];
      const one = launch(COURSE, lms, profile, 1);
      read(one.session, "presentation");
      const two = launch(COURSE, lms, profile, 2);
      assert.deepEqual(two.session.state.read, ["presentation"]);
      read(two.session, "signaux");
      take(one.session, "avant");
      const tabs = [one, two];
      tabs[1 - last]?.tab.fire("pagehide");
      tabs[last]?.tab.fire("pagehide");
      assert.deepEqual(tabs[last]?.session.state.read, ["presentation", "signaux"]);
      assert.equal(tabs[last]?.session.state.evaluations["avant"]?.attempts, 1);
      assert.equal(tabs[last]?.session.state.place, last ? "signaux" : "presentation");
    }
  });

  test(`${edition}, content updated between visits: the rest is kept, what is gone is counted`, () => {
    const lms = new Lms(edition);
    const { session, tab } = launch(COURSE, lms);
    read(session, "signaux", "chaine");
    tab.fire("pagehide");
    const edited = sample();
    edited.pages = edited.pages.filter((page) => page.id !== "signaux").reverse();
    const again = launch(edited, lms).session;
    assert.deepEqual([again.resumed, again.dropped, again.state.read], [true, 1, ["chaine"]]);
  });

  test(`${edition}, another course's state: a clean start that is said`, () => {
    const foreign = encode(sample({ key: "other1" }), stored(new Lms(edition)), "zz");
    const lms = new Lms(edition, "l-42", { "cmi.suspend_data": foreign });
    const { session } = launch(COURSE, lms);
    assert.deepEqual([session.foreign, session.resumed, session.state.read], [true, false, []]);
  });

  test(`${edition}, the three ways on from a notice send the same, but for session time`, () => {
    // Read whole, light or passed: the interface ends each in the same event, after other delays.
    const sequences = [240_000, 60_000, 3000].map((reading) => {
      const lms = new Lms(edition);
      const { session, tab } = launch(COURSE, lms);
      session.dispatch({ type: "page-opened", page: "signaux" });
      tab.pass(reading);
      session.dispatch({ type: "page-read", page: "signaux" });
      session.dispatch({ type: "page-opened", page: "chaine" });
      tab.pass(2000);
      tab.fire("pagehide");
      return lms.log.map((line) => line.replace(/(session_time=).*/, "$1…"));
    });
    const expected = golden<Record<string, string[]>>("lifecycle/notice.json")[edition];
    for (const sequence of sequences) assert.deepEqual(sequence, expected);
  });
}

function unites(course: CourseDocument): void {
  fc.assert(
    fc.property(anyState(course), anyState(course), (kept, newer) => {
      const united = merge(course, kept, newer);
      for (const side of [kept, newer]) {
        assert.ok(side.read.every((page) => united.read.includes(page)));
        for (const [id, item] of Object.entries(side.items)) {
          assert.ok((united.items[id]?.tries ?? 0) >= item.tries);
          if (item.lastRight) assert.equal(united.items[id]?.lastRight, true);
        }
        for (const [id, { ending }] of Object.entries(side.scenarios)) {
          assert.ok(ending === null || united.scenarios[id]?.ending);
        }
        for (const [id, before] of Object.entries(side.evaluations)) {
          const after = united.evaluations[id];
          assert.ok((after?.attempts ?? -1) >= before.attempts);
          assert.equal(before.best !== null && better(before.best, after?.best ?? null), false);
        }
      }
      assert.deepEqual(merge(course, united, united), united);
      assert.deepEqual(merge(course, united, newer), united);
      assert.deepEqual(decode(course, encode(course, united)).state, united);
    }),
  );
}

for (const course of [COURSE, sample({ base: "kinds" })]) {
  test(`uniting loses nothing that was reached, and twice is once: ${course.id}`, () => unites(course));
}

test("the place in a scenario is that of the later tab, with an ending of either", () => {
  const course = sample({ base: "kinds" });
  const ways: [string, string | null][] = [["a", null], ["aa", "calme"], ["bb", "exposee"]];
  const walked = ways.map(([choices]) => [...choices].reduce(
    (state, choice) => apply(course, state, { type: "scene-chosen", scenario: "nuit", choice }), newState("00")));
  for (const [i, kept] of walked.entries()) {
    for (const [j, newer] of walked.entries()) {
      const united = merge(course, kept, newer).scenarios["nuit"];
      assert.equal(united?.scene, newer.scenarios["nuit"]?.scene);
      assert.deepEqual(united?.variables, newer.scenarios["nuit"]?.variables);
      assert.equal(united?.ending, ways[j]?.[1] ?? ways[i]?.[1]);
    }
  }
});

test("an attempt in progress elsewhere goes on; a complete one here does not hide it", () => {
  const start = (state: State, form: string) =>
    apply(COURSE, state, { type: "evaluation-started", evaluation: "bilan", form, drawn: null });
  const finish = (state: State) => apply(COURSE, state, { type: "evaluation-finished", evaluation: "bilan" });
  const once = finish(start(newState("00"), "A"));
  const again = start(once, "A");
  assert.deepEqual(merge(COURSE, again, once).evaluations, again.evaluations);
  assert.deepEqual(merge(COURSE, once, again).evaluations, again.evaluations);
  const answer = { type: "evaluation-answered", evaluation: "bilan" } as const;
  const one = apply(COURSE, again, { ...answer, item: "a1", response: "a" });
  const other = apply(COURSE, again, { ...answer, item: "a2", response: "b" });
  assert.deepEqual(merge(COURSE, one, other).evaluations["bilan"]?.current, { a1: "a", a2: "b" });
  assert.deepEqual(merge(COURSE, finish(one), other).evaluations["bilan"]?.current, { a2: "b" });
});

test("of two first attempts the lesser counts for the learning gain, the better for the score", () => {
  const taken = (answers: Record<string, string>) => {
    const events: PlayerEvent[] = [
      { type: "evaluation-started", evaluation: "avant", form: "A", drawn: null },
      ...Object.entries(answers).map(([item, response]) => ({
        type: "evaluation-answered" as const, evaluation: "avant", item, response,
      })),
      { type: "evaluation-finished", evaluation: "avant" },
    ];
    return events.reduce((state, event) => apply(COURSE, state, event), newState("00"));
  };
  const [low, high] = [taken({ a1: "b" }), taken({ a1: "b", a2: "a" })];
  for (const united of [merge(COURSE, low, high), merge(COURSE, high, low)]) {
    const kept = united.evaluations["avant"];
    assert.deepEqual([kept?.first?.points, kept?.best?.points, kept?.attempts], [1, 2, 1]);
  }
});
