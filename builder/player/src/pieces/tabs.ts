/** Tabs. */
import { enlivens } from "../activities.ts";
import { tabs } from "../tabs.ts";

enlivens("[data-tabs]", tabs);
