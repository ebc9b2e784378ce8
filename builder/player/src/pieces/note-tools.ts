/** What one may do with private notes and ticks. */
import { enlivens } from "../activities.ts";
import { noteTools } from "../note-tools.ts";

enlivens("[data-note-tools]", noteTools);
