/** Characters of suspend data: numbers, sets and checks. Everything stays as it is in a URL. */

/**
 * Base 64 digits. The marks outside it: "." ends a segment, "!" the text, "*" says "none", "~" a sequence
 * of letters, "(" a certainty.
 */
export const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
export const NONE = "*";
const MOST = 2 ** 31;

/** `value` on exactly `width` digits, most significant first. */
export function fixed(value: number, width: number): string {
  let out = "";
  for (let rest = value, i = 0; i < width; i++, rest = Math.floor(rest / 64)) {
    out = DIGITS.charAt(rest % 64) + out;
  }
  return out;
}

/** Five bits a character, least significant first; the sixth says that more follow. */
export function varint(value: number): string {
  let out = "";
  let rest = value;
  for (; rest >= 32; rest = Math.floor(rest / 32)) out += DIGITS.charAt(32 + (rest % 32));
  return out + DIGITS.charAt(rest);
}

/** A response (state.ts): a set of letters "a" to "z" as the varint of its bits, a sequence as it is. */
export function response(said: string): string {
  const [, letters = "", sure = ""] = /^([a-z]*)([1-4]?)/.exec(said) ?? [];
  let bits = 0;
  let ascending = true;
  for (let i = 0; i < letters.length; i++) {
    bits += 2 ** (letters.charCodeAt(i) - 97);
    if (i > 0 && letters.charAt(i) <= letters.charAt(i - 1)) ascending = false;
  }
  return (sure && `(${sure}`) + (ascending ? varint(bits) : `~${varint(letters.length)}${letters}`);
}

/** Two digits over the course key and a segment, so that neither damage nor mixing goes unseen. */
export function check(text: string): string {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = (sum * 67 + text.charCodeAt(i)) % 4093;
  return fixed(sum, 2);
}

/** Reads a segment from left to right; `fault` once anything did not fit. */
export class Reader {
  readonly text: string;
  at = 0;
  fault = false;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.fault || this.at >= this.text.length;
  }

  take(count: number): string {
    const out = this.text.slice(this.at, this.at + count);
    if (out.length < count) this.fault = true;
    this.at += count;
    return out;
  }

  /** Whether `mark` stands next; it is consumed. */
  skip(mark: string): boolean {
    if (this.text.charAt(this.at) !== mark) return false;
    this.at++;
    return true;
  }

  /** A number, or null for "none". */
  optional(): number | null {
    return this.skip(NONE) ? null : this.varint();
  }

  fixed(width: number): number {
    let value = 0;
    for (const c of this.take(width)) {
      const digit = DIGITS.indexOf(c);
      if (digit < 0) this.fault = true;
      value = value * 64 + digit;
    }
    return value;
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; !this.fault; scale *= 32) {
      const digit = this.fixed(1);
      value += (digit % 32) * scale;
      if (value >= MOST) this.fault = true;
      if (digit < 32) break;
    }
    return value;
  }

  response(): string {
    const sure = this.skip("(") ? this.take(1) : "";
    if (this.skip("~")) return this.take(this.varint()) + sure;
    const bits = this.varint();
    let out = "";
    for (let i = 0; i < 26; i++) if (Math.floor(bits / 2 ** i) % 2) out += String.fromCharCode(97 + i);
    return out + sure;
  }
}
