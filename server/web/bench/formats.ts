/** What a value must look like: the data types of the two standards (1.2 RTE §3.4.1; 2004 RTE §4.1.1). */

/** Whether a value is one; a range is told apart from a type because 2004 has a code for it (407). */
export type Verdict = "yes" | "type" | "range";
export type Format = (value: string) => Verdict;

export const matching = (pattern: RegExp): Format => (value) => (pattern.test(value) ? "yes" : "type");
export const upTo = (length: number): Format => (value) => (value.length <= length ? "yes" : "type");
export const oneOf = (...words: string[]): Format => (value) => (words.includes(value) ? "yes" : "type");
export const either = (...formats: Format[]): Format => (value) => {
  const said = formats.map((format) => format(value));
  return said.includes("yes") ? "yes" : said.includes("range") ? "range" : "type";
};

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** real(10,7): ten digits that count, seven after the point at most. */
const REAL = /^-?\d{1,10}(\.\d{1,7})?$/;

/** A number from `low` to `high`; outside is a type error in 1.2, a range error in 2004. */
export function between(low: number, high: number, outside: Verdict = "type", real = false): Format {
  return (value) => {
    if (!(real ? REAL : DECIMAL).test(value)) return "type";
    const n = Number(value);
    return n >= low && n <= high ? "yes" : outside;
  };
}

/** A list of short parts: `a[,]b`. */
export function list(part: RegExp, separator: string, most: number, unique = false): Format {
  return (value) => {
    const parts = value === "" ? [] : value.split(separator);
    const fine = parts.length <= most && parts.every((text) => part.test(text));
    return fine && !(unique && new Set(parts).size < parts.length) ? "yes" : "type";
  };
}

// SCORM 1.2
export const DECIMAL_12 = matching(DECIMAL);
export const BLANK = matching(/^$/);
export const IDENTIFIER_12 = matching(/^[\x21-\x7e]{1,255}$/);
export const TIME_12 = matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
export const TIMESPAN_12 = matching(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
export const SCORE_12 = either(between(0, 100), BLANK);

// SCORM 2004
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
export const REAL_2004 = between(-Infinity, Infinity, "range", true);
export const LANGUAGE_2004 = either(BLANK, matching(LANGUAGE));
/** No space inside, and no square brackets where an identifier stands in a response. */
export const LONG_IDENTIFIER = matching(/^(?!urn:[^:]*$)\S{1,4000}$/);
export const SHORT_IDENTIFIER = /^[^\s[\]]{1,250}$/;
/**
 * second(10,2): a zone may only follow a fraction. ADL's suite, Moodle and scorm-again all refuse
 * `…T10:11:12Z` (406); a fraction has two digits at most.
 */
export const TIME_2004: Format = (value) => {
  const parts =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d{1,2}(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?)?)?)?$/.exec(value);
  if (!parts) return "type";
  const [year, month, day, hour, minute, second] = parts.slice(1).map((text) => Number(text ?? "1"));
  const inside = year! >= 1970 && year! <= 2038 && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31;
  return inside && hour! <= 23 && minute! <= 59 && second! <= 59 ? "yes" : "type";
};
/** timeinterval(second,10,2): ISO 8601, two digits after the point at most. */
export const INTERVAL_2004 = matching(
  /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
);
/** A characterstring with a language in front: `{lang=fr-CA}texte`. */
export function localized(length: number): Format {
  return (value) => {
    const mark = /^\{lang=([^}]*)\}/.exec(value);
    if (mark && !LANGUAGE.test(mark[1] ?? "")) return "type";
    return value.length - (mark?.[0].length ?? 0) <= length ? "yes" : "type";
  };
}
