/** Checklists that the learner keeps. */
import { enlivens } from "../activities.ts";
import { checklist } from "../checklist.ts";

enlivens("[data-checklist]", (view, host) => checklist(view, host.dataset["checklist"] ?? "", host));
