/** A break: saved at once, and its time not counted. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { sample } from "./support/golden.ts";
import { Lms, type Edition } from "./support/lms.ts";
import { launch, read } from "./support/sittings.ts";

for (const edition of ["scorm12", "scorm2004"] as Edition[]) {
  test(`${edition}: a break commits at once`, () => {
    const lms = new Lms(edition);
    const { session } = launch(sample(), lms);
    read(session, "presentation");
    lms.log = [];
    session.rest(true);
    assert.equal(lms.log.at(-1), "commit");
  });

  test(`${edition}: the time of a break is not counted, whether the page shows or not`, () => {
    const { session, tab } = launch(sample(), new Lms(edition));
    tab.pass(60_000);
    session.rest(true);
    tab.pass(120_000);
    tab.fire("hidden");
    tab.fire("visible");
    tab.pass(120_000);
    session.rest(false);
    tab.pass(30_000);
    session.dispatch({ type: "page-read", page: "presentation" });
    assert.equal(session.state.elapsed, 90);
  });
}
