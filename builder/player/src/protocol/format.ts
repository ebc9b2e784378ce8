/**
 * The format of `protocole.json` (docs/administration/protocole.md): for each protocol of the course, or
 * once for all of them (or for all others, under "*"), a text and contacts. Names of fields are compared without accents and case; an
 * unknown or empty one makes the entry unreadable, for half a contact would mislead in an emergency.
 */
export interface Contact {
  name: string;
  phone: string;
  email: string;
  when: string;
}

export interface LocalProtocol {
  /** Paragraphs. */
  text: string[];
  contacts: Contact[];
}

/** What replaces the text of a protocol; null: nothing does. */
export type Protocols = (id: string) => LocalProtocol | null;

export interface Read {
  protocols: Protocols;
  /** What does not read, in the language of the course, for whoever wrote the file. */
  problems: string[];
}

const MOST = 200_000;
const LONGEST = 2000;
const TEXT = ["texte", "text"];
const CONTACTS = ["contacts"];
const FIELDS: Record<keyof Contact, string[]> = {
  name: ["nom", "name"],
  phone: ["telephone", "phone"],
  email: ["courriel", "email"],
  when: ["quand", "when"],
};

type Fields = Map<string, unknown>;
/** Takes a problem in French and in English; gives the one of the course. */
type Say = (fr: string, en: string) => string;

/** Never throws; entries that do not read are left out, the others serve. */
export function readProtocols(source: string, language = "fr"): Read {
  const say: Say = (fr, en) => (/^fr\b/i.test(language) ? fr : en);
  const problems: string[] = [];
  const nothing: Read = { protocols: () => null, problems };
  if (source.length > MOST) {
    problems.push(say("le fichier dépasse 200 Ko.", "the file is larger than 200 KB."));
    return nothing;
  }
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (fault) {
    problems.push(`${say("ce n’est pas du JSON valide", "this is not valid JSON")} (${String(fault)}).`);
    return nothing;
  }
  if (!isRecord(value)) {
    problems.push(say("le fichier doit contenir un objet\u00a0: { … }.", "the file must hold an object: { … }."));
    return nothing;
  }
  const found = new Map<string, LocalProtocol>();
  const isForAll = Object.values(value).some((part) => typeof part === "string" || Array.isArray(part));
  for (const [id, part] of isForAll ? [["*", value] as const] : Object.entries(value)) {
    const where = id === "*" ? "" : say(`«\u00a0${id}\u00a0»\u00a0: `, `“${id}”: `);
    try {
      found.set(id, new Reader(say, where).entry(part));
    } catch (fault) {
      problems.push((fault as Error).message);
    }
  }
  return { protocols: (id) => found.get(id) ?? found.get("*") ?? null, problems };
}

/** Reads one entry; its faults say where they are. */
class Reader {
  private readonly say: Say;
  private where: string;

  constructor(say: Say, where: string) {
    this.say = say;
    this.where = where;
  }

  entry(value: unknown): LocalProtocol {
    const fields = this.fields(value, [...TEXT, ...CONTACTS]);
    const list = pick(fields, CONTACTS) ?? [];
    if (!Array.isArray(list)) throw this.fault("«\u00a0contacts\u00a0» doit être une liste\u00a0: [ … ].", "“contacts” must be a list: [ … ].");
    const text = this.string(fields, TEXT).split(/\n\s*\n/).map((p) => p.trim()).filter(Boolean);
    const before = this.where;
    const contacts = list.map((one, at) => {
      this.where = `${before}contact ${at + 1}${this.say("\u00a0: ", ": ")}`;
      return this.contact(one);
    });
    this.where = before;
    if (text.length + contacts.length === 0) {
      throw this.fault("ni «\u00a0texte\u00a0» ni «\u00a0contacts\u00a0»\u00a0: rien à montrer.", "neither “text” nor “contacts”: nothing to show.");
    }
    return { text, contacts };
  }

  private contact(value: unknown): Contact {
    const fields = this.fields(value, Object.values(FIELDS).flat());
    const read = (field: keyof Contact): string => this.string(fields, FIELDS[field]);
    const one = { name: read("name"), phone: read("phone"), email: read("email"), when: read("when") };
    if (!one.name) throw this.fault("«\u00a0nom\u00a0» manque.", "“name” is missing.");
    if (!one.phone && !one.email) {
      throw this.fault("il faut «\u00a0téléphone\u00a0» ou «\u00a0courriel\u00a0».", "“phone” or “email” is needed.");
    }
    return one;
  }

  private fields(value: unknown, known: string[]): Fields {
    if (!isRecord(value)) throw this.fault("un objet est attendu\u00a0: { … }.", "an object is expected: { … }.");
    const fields: Fields = new Map();
    for (const [name, part] of Object.entries(value)) {
      const folded = fold(name);
      if (!known.includes(folded)) throw this.fault(`«\u00a0${name}\u00a0» n’est pas un champ connu.`, `“${name}” is not a known field.`);
      fields.set(folded, part);
    }
    return fields;
  }

  private string(fields: Fields, names: string[]): string {
    const value = pick(fields, names);
    const [fr, en] = [names[0], names[names.length - 1]];
    if (value === undefined || value === null) return "";
    if (typeof value === "number") return String(value);
    if (typeof value !== "string") throw this.fault(`«\u00a0${fr}\u00a0» doit être un texte.`, `“${en}” must be a text.`);
    if (value.length > LONGEST) {
      throw this.fault(`«\u00a0${fr}\u00a0» dépasse 2\u00a0000 caractères.`, `“${en}” is longer than 2,000 characters.`);
    }
    return value.trim();
  }

  private fault(fr: string, en: string): Error {
    return new Error(this.where + this.say(fr, en));
  }
}

function pick(fields: Fields, names: string[]): unknown {
  const name = names.find((one) => fields.has(one));
  return name === undefined ? undefined : fields.get(name);
}

function fold(name: string): string {
  return name.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
