/** An LMS found late: who has only looked goes on where it says, and a shared account asks first. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Tab, lonely } from "./support/browser.ts";
import { sample } from "./support/golden.ts";
import { Lms, type Edition } from "./support/lms.ts";
import { launch, open, read } from "./support/sittings.ts";

for (const edition of ["scorm12", "scorm2004"] as Edition[]) {
  /** A visit that reads one page and stands on the next, then one whose API comes after a second. */
  function returned(learner: string, act: (session: ReturnType<typeof open>["session"]) => void) {
    const lms = new Lms(edition, learner);
    const before = launch(sample(), lms);
    read(before.session, "signaux");
    before.session.dispatch({ type: "page-opened", page: "chaine" });
    before.tab.fire("pagehide");
    const view = lonely();
    const { session, tab } = open(sample(), edition, new Tab(view));
    const launched: boolean[] = [];
    session.onChange((again) => launched.push(again));
    session.dispatch({ type: "page-opened", page: "presentation" });
    act(session);
    tab.pass(1000);
    view["parent"] = (lms.launch() as { parent: unknown }).parent;
    tab.pass(250);
    return { session, launched };
  }

  test(`${edition}, found late: the place left is taken up where nothing was read meanwhile`, () => {
    const { session, launched } = returned("l-42", () => undefined);
    assert.deepEqual([session.state.place, session.state.read, launched], ["chaine", ["signaux"], [true]]);
  });

  test(`${edition}, found late: a person who has read on stays there, with both`, () => {
    const { session, launched } = returned("l-42", (s) => read(s, "presentation"));
    assert.deepEqual([session.state.read.length, session.state.place, launched], [2, "presentation", [false]]);
  });

  test(`${edition}, found late on a shared account: whose it is, is asked`, () => {
    const { session, launched } = returned("guest", () => undefined);
    assert.deepEqual([session.askWhose, launched], [true, [true]]);
  });
}
