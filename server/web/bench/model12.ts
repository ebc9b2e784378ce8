/** The data model of SCORM 1.2 (RTE §3.4.4). */
import { both, read, write, type Model } from "./elements.ts";
import {
  BLANK, DECIMAL_12, IDENTIFIER_12, SCORE_12, TIMESPAN_12, TIME_12,
  between, either, matching, oneOf, upTo, type Format,
} from "./formats.ts";

const STATUS = oneOf("passed", "completed", "failed", "incomplete", "browsed");
const ANSWERS: Record<string, Format> = {
  "true-false": matching(/^[01tf]/),
  choice: matching(/^(\{?[a-z0-9](,[a-z0-9])*\}?)?$/),
  "fill-in": upTo(255),
  numeric: DECIMAL_12,
  likert: matching(/^[a-z0-9]?$/),
  matching: matching(/^(\{?[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*\}?)?$/),
  performance: upTo(255),
  sequencing: matching(/^([a-z0-9](,[a-z0-9])*)?$/),
};

/** The format of a response, once the type of the interaction is known. */
export function answer12(type: string): Format {
  const known = ANSWERS[type];
  return (value) => (value.length > 255 ? "type" : known ? known(value) : "yes");
}

/** `wide`: the limits of a Moodle that is not in its « SCORM standards mode ». */
export function model12(wide = false): Model {
  const text = (length: number) => upTo(wide ? 65_536 : length);
  const scores = (start: string): Model => ({
    [`${start}.raw`]: both(SCORE_12, ""),
    [`${start}.min`]: both(SCORE_12, ""),
    [`${start}.max`]: both(SCORE_12, ""),
  });
  return {
    "cmi.core.student_id": read(),
    "cmi.core.student_name": read(),
    "cmi.core.lesson_location": both(text(255), ""),
    "cmi.core.credit": read("credit"),
    "cmi.core.lesson_status": both(STATUS, "not attempted"),
    "cmi.core.entry": read(),
    ...scores("cmi.core.score"),
    "cmi.core.total_time": read("0000:00:00"),
    "cmi.core.lesson_mode": read("normal"),
    "cmi.core.exit": write(oneOf("time-out", "suspend", "logout", "")),
    "cmi.core.session_time": write(TIMESPAN_12),
    "cmi.suspend_data": both(text(4096), ""),
    "cmi.launch_data": read(),
    "cmi.comments": both(text(4096), ""),
    "cmi.comments_from_lms": read(),
    "cmi.objectives.n.id": both(IDENTIFIER_12),
    ...scores("cmi.objectives.n.score"),
    "cmi.objectives.n.status": both(either(STATUS, oneOf("not attempted")), ""),
    "cmi.student_data.mastery_score": read(),
    "cmi.student_data.max_time_allowed": read(),
    "cmi.student_data.time_limit_action": read(),
    "cmi.student_preference.audio": both(between(-1, 100), "0"),
    "cmi.student_preference.language": both(upTo(255), ""),
    "cmi.student_preference.speed": both(between(-100, 100), "0"),
    "cmi.student_preference.text": both(between(-1, 1), "0"),
    ...interactions(wide),
  };
}

function interactions(wide: boolean): Model {
  const start = "cmi.interactions.n";
  return {
    [`${start}.id`]: write(IDENTIFIER_12),
    [`${start}.objectives.m.id`]: write(IDENTIFIER_12),
    [`${start}.time`]: write(TIME_12),
    [`${start}.type`]: write(oneOf(...Object.keys(ANSWERS))),
    [`${start}.correct_responses.m.pattern`]: write(upTo(255)),
    [`${start}.weighting`]: write(either(DECIMAL_12, BLANK)),
    [`${start}.student_response`]: write(upTo(wide ? 65_536 : 255)),
    [`${start}.result`]: write(either(oneOf("correct", "wrong", "unanticipated", "neutral"), DECIMAL_12)),
    [`${start}.latency`]: write(TIMESPAN_12),
  };
}
