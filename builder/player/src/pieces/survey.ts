/** Surveys. */
import { enlivens } from "../activities.ts";
import { survey } from "../survey.ts";

enlivens("[data-survey]", survey);
