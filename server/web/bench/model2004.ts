/** The data model of SCORM 2004 4th edition (RTE §4.2), and the two elements of navigation. */
import { both, read, write, type Element, type Model } from "./elements.ts";
import {
  INTERVAL_2004, LANGUAGE_2004, LONG_IDENTIFIER, REAL_2004, SHORT_IDENTIFIER, TIME_2004,
  between, either, list, localized, matching, oneOf, upTo, type Format,
} from "./formats.ts";

const COMPLETION = oneOf("completed", "incomplete", "not attempted", "unknown");
const SUCCESS = oneOf("passed", "failed", "unknown");
const MEASURE = between(0, 1, "range", true);
const ANSWERS: Record<string, Format> = {
  "true-false": oneOf("true", "false"),
  choice: list(SHORT_IDENTIFIER, "[,]", 36, true),
  "fill-in": list(/^[\s\S]{0,250}$/, "[,]", 10),
  "long-fill-in": localized(4000),
  matching: list(/^[^\s[\]]{1,250}\[\.\][^\s[\]]{1,250}$/, "[,]", 36),
  performance: list(/^[^\s[\]]{0,250}\[\.\][\s\S]{0,250}$/, "[,]", 250),
  sequencing: list(SHORT_IDENTIFIER, "[,]", 36),
  likert: matching(SHORT_IDENTIFIER),
  numeric: REAL_2004,
  other: upTo(4000),
};
const REQUEST =
  /^(\{target=[^}]+\}(choice|jump)|continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_)$/;

/** The format of a response, once the type of the interaction is known. */
export function answer2004(type: string): Format {
  return ANSWERS[type] ?? upTo(4000);
}

const later = (element: Element, ...after: string[]): Element => ({ ...element, after });

export function model2004(): Model {
  return {
    "cmi._version": read("1.0"),
    ...comments(),
    "cmi.completion_status": both(COMPLETION, "unknown"),
    "cmi.completion_threshold": { access: "read", format: () => "yes" },
    "cmi.credit": read("credit"),
    "cmi.entry": read(),
    "cmi.exit": write(oneOf("time-out", "suspend", "logout", "normal", "")),
    ...interactions(),
    "cmi.launch_data": { access: "read", format: () => "yes" },
    "cmi.learner_id": read(),
    "cmi.learner_name": read(),
    "cmi.learner_preference.audio_level": both(between(0, Infinity, "range", true), "1"),
    "cmi.learner_preference.language": both(LANGUAGE_2004, ""),
    "cmi.learner_preference.delivery_speed": both(between(0, Infinity, "range", true), "1"),
    "cmi.learner_preference.audio_captioning": both(oneOf("-1", "0", "1"), "0"),
    "cmi.location": both(upTo(1000)),
    "cmi.max_time_allowed": { access: "read", format: () => "yes" },
    "cmi.mode": read("normal"),
    ...objectives(),
    "cmi.progress_measure": both(MEASURE),
    "cmi.scaled_passing_score": { access: "read", format: () => "yes" },
    ...scores("cmi.score"),
    "cmi.session_time": write(INTERVAL_2004),
    "cmi.success_status": both(SUCCESS, "unknown"),
    "cmi.suspend_data": both(upTo(64_000)),
    "cmi.time_limit_action": read("continue,no message"),
    "cmi.total_time": read("PT0S"),
    "adl.nav.request": both(matching(REQUEST), "_none_"),
    "adl.nav.request_valid.continue": read("unknown"),
    "adl.nav.request_valid.previous": read("unknown"),
  };
}

function scores(start: string, ...after: string[]): Model {
  return {
    [`${start}.scaled`]: later(both(between(-1, 1, "range", true)), ...after),
    [`${start}.raw`]: later(both(REAL_2004), ...after),
    [`${start}.min`]: later(both(REAL_2004), ...after),
    [`${start}.max`]: later(both(REAL_2004), ...after),
  };
}

function comments(): Model {
  const [own, lms] = ["cmi.comments_from_learner.n", "cmi.comments_from_lms.n"];
  return {
    [`${own}.comment`]: both(localized(4000)),
    [`${own}.location`]: both(upTo(250)),
    [`${own}.timestamp`]: both(TIME_2004),
    [`${lms}.comment`]: read(),
    [`${lms}.location`]: read(),
    [`${lms}.timestamp`]: read(),
  };
}

function objectives(): Model {
  const start = "cmi.objectives.n";
  return {
    [`${start}.id`]: { ...both(LONG_IDENTIFIER), unique: true },
    ...scores(`${start}.score`, "id"),
    [`${start}.success_status`]: later(both(SUCCESS, "unknown"), "id"),
    [`${start}.completion_status`]: later(both(COMPLETION, "unknown"), "id"),
    [`${start}.progress_measure`]: later(both(MEASURE), "id"),
    [`${start}.description`]: later(both(localized(250)), "id"),
  };
}

function interactions(): Model {
  const start = "cmi.interactions.n";
  const result = oneOf("correct", "incorrect", "unanticipated", "neutral");
  return {
    [`${start}.id`]: both(LONG_IDENTIFIER),
    [`${start}.type`]: later(both(oneOf(...Object.keys(ANSWERS))), "id"),
    [`${start}.objectives.m.id`]: later({ ...both(LONG_IDENTIFIER), unique: true }, "id"),
    [`${start}.timestamp`]: later(both(TIME_2004), "id"),
    [`${start}.correct_responses.m.pattern`]: later(both(upTo(4000)), "id", "type"),
    [`${start}.weighting`]: later(both(REAL_2004), "id"),
    [`${start}.learner_response`]: later(both(upTo(4000)), "id", "type"),
    [`${start}.result`]: later(both(either(result, REAL_2004)), "id"),
    [`${start}.latency`]: later(both(INTERVAL_2004), "id"),
    [`${start}.description`]: later(both(localized(250)), "id"),
  };
}
