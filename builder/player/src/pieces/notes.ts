/** Private notes under the prompts of reflections. */
import { enlivens } from "../activities.ts";
import { noteField } from "../note-field.ts";

enlivens("[data-note]", (view, host) => noteField(view, host, host.dataset["note"] ?? ""));
