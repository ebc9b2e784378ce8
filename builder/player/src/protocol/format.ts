/**
 * The format of `protocole.json` (docs/administration/protocole.md): for each protocol of the course, or
 * once for all of them, a text and contacts. Names of fields are compared without accents and case; an
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
  /** What does not read, in French, for whoever wrote the file. */
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

/** Never throws; entries that do not read are left out, the others serve. */
export function readProtocols(source: string): Read {
  const problems: string[] = [];
  const nothing: Read = { protocols: () => null, problems };
  if (source.length > MOST) {
    problems.push("le fichier dépasse 200 Ko.");
    return nothing;
  }
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (fault) {
    problems.push(`ce n’est pas du JSON valide (${String(fault)}).`);
    return nothing;
  }
  if (!isRecord(value)) {
    problems.push("le fichier doit contenir un objet : { … }.");
    return nothing;
  }
  const found = new Map<string, LocalProtocol>();
  const isForAll = Object.values(value).some((part) => typeof part === "string" || Array.isArray(part));
  for (const [id, part] of isForAll ? [["*", value] as const] : Object.entries(value)) {
    try {
      found.set(id, entry(part));
    } catch (fault) {
      problems.push(`${id === "*" ? "" : `« ${id} » : `}${(fault as Error).message}`);
    }
  }
  return { protocols: (id) => found.get(id) ?? found.get("*") ?? null, problems };
}

function entry(value: unknown): LocalProtocol {
  const fields = named(value, [...TEXT, ...CONTACTS]);
  const text = pick(fields, TEXT);
  const list = pick(fields, CONTACTS) ?? [];
  if (!Array.isArray(list)) throw new Error("« contacts » doit être une liste : [ … ].");
  const contacts = list.map((one, at) => contact(one, at + 1));
  const paragraphs = string(text, "texte").split(/\n\s*\n/).map((p) => p.trim()).filter(Boolean);
  if (paragraphs.length + contacts.length === 0) throw new Error("ni « texte » ni « contacts » : rien à montrer.");
  return { text: paragraphs, contacts };
}

function contact(value: unknown, at: number): Contact {
  const fields = named(value, Object.values(FIELDS).flat(), `contact ${at} : `);
  const read = (field: keyof Contact): string => string(pick(fields, FIELDS[field]), FIELDS[field][0] ?? "", `contact ${at} : `);
  const one = { name: read("name"), phone: read("phone"), email: read("email"), when: read("when") };
  if (!one.name) throw new Error(`contact ${at} : « nom » manque.`);
  if (!one.phone && !one.email) throw new Error(`contact ${at} : il faut « téléphone » ou « courriel ».`);
  return one;
}

function named(value: unknown, known: string[], where = ""): Fields {
  if (!isRecord(value)) throw new Error(`${where}un objet est attendu : { … }.`);
  const fields: Fields = new Map();
  for (const [name, part] of Object.entries(value)) {
    const folded = fold(name);
    if (!known.includes(folded)) throw new Error(`${where}« ${name} » n’est pas un champ connu.`);
    fields.set(folded, part);
  }
  return fields;
}

function pick(fields: Fields, names: string[]): unknown {
  const name = names.find((one) => fields.has(one));
  return name === undefined ? undefined : fields.get(name);
}

function string(value: unknown, name: string, where = ""): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw new Error(`${where}« ${name} » doit être un texte.`);
  if (value.length > LONGEST) throw new Error(`${where}« ${name} » dépasse 2 000 caractères.`);
  return value.trim();
}

function fold(name: string): string {
  return name.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
