/**
 * The numbers that a typed text may mean: French and English decimals, thousands by spaces, apostrophes
 * or English commas, any minus sign, a sign or one word of unit after. "1,234" has two readings. A unit is
 * not compared, for a learner who writes one takes more care, not less; a word that
 * multiplies ("3 millions") or anything else that is not plainly one number has no reading.
 */
const MINUS = /[\u2010-\u2015\u2212]/g;
const THOUSANDS = /(\d)[\s'’](?=\d{3}(?!\d))/g;
const NUMBER = /^([+-]?[0-9.,]+)\s*(?:[%$€°]|(?!k\.?$|cent|doz|douz|hund|mil|thou|bil)\p{L}{1,20})?\.?$/iu;
const ENGLISH = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

export function readings(text: string): number[] {
  const plain = text.normalize("NFC").trim().replace(MINUS, "-").replace(THOUSANDS, "$1");
  const typed = NUMBER.exec(plain)?.[1] ?? "";
  const forms = [typed.replace(",", "."), ENGLISH.test(typed) ? typed.replaceAll(",", "") : ""];
  return forms.filter((form) => /\d/.test(form)).map(Number).filter(Number.isFinite);
}
