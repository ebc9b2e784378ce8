/** Practice questions in the pages. */
import { enlivens } from "../activities.ts";
import { practice } from "../items/practice.ts";
import { itemOf } from "../progress.ts";

enlivens("[data-item]", (view, host) => {
  const item = itemOf(view.course, host.dataset["item"] ?? "");
  if (item) practice(view, item, host);
});
