/** `protocole.json`: what reads, what does not, and what then stands in the page. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import fc from "fast-check";

import { readProtocols, type LocalProtocol } from "../../builder/player/src/protocol/format.ts";

const NIGHT = { nom: "Responsable de nuit", téléphone: "poste 22", courriel: "nuit@exemple.org", quand: "de 22 h à 6 h" };

function read(value: unknown, id = "contacts"): { found: LocalProtocol | null; problems: string[] } {
  const { protocols, problems } = readProtocols(typeof value === "string" ? value : JSON.stringify(value));
  return { found: protocols(id), problems };
}

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("contacts and paragraphs of one protocol", () => {
  const { found, problems } = read({ contacts: { texte: "Le jour.\n\nLa nuit.", contacts: [NIGHT] } });
  assert.deepEqual(problems, []);
  assert.deepEqual(found, {
    text: ["Le jour.", "La nuit."],
    contacts: [{ name: "Responsable de nuit", phone: "poste 22", email: "nuit@exemple.org", when: "de 22 h à 6 h" }],
  });
});

test("the same contacts for every protocol, without its id", () => {
  assert.equal(read({ contacts: [NIGHT] }, "autre").found?.contacts[0]?.name, "Responsable de nuit");
  assert.deepEqual(read({ texte: "Composez le 0." }, "autre").found?.text, ["Composez le 0."]);
});

test("names of fields without accents, in capitals, in English, after a byte order mark", () => {
  const written = { Contacts: [{ NOM: "A", Telephone: 811 }], Text: "B" };
  const { found } = read(`\uFEFF${JSON.stringify(written)}`);
  assert.deepEqual(found, { text: ["B"], contacts: [{ name: "A", phone: "811", email: "", when: "" }] });
});

test("one entry that does not read leaves the others", () => {
  const { protocols, problems } = readProtocols(JSON.stringify({ a: { contacts: [{ nom: "X" }] }, b: { texte: "Y" } }));
  assert.equal(protocols("a"), null);
  assert.deepEqual(protocols("b"), { text: ["Y"], contacts: [] });
  assert.deepEqual(problems.map(plain), ["« a » : contact 1 : il faut « téléphone » ou « courriel »."]);
});

const WRONG: [string, unknown, RegExp][] = [
  ["not JSON", "{ contacts: }", /JSON valide/],
  ["a list", "[]", /un objet/],
  ["a misspelled field", { x: { contacts: [{ nom: "A", telefone: "1" }] } }, /« telefone » n’est pas un champ connu/],
  ["an unknown field", { x: { texte: "A", html: "<b>" } }, /« html »/],
  ["nothing in it", { x: {} }, /rien à montrer/],
  ["no name", { x: { contacts: [{ téléphone: "811" }] } }, /« nom » manque/],
  ["contacts as an object", { x: { contacts: NIGHT } }, /doit être une liste/],
  ["a text that is a list", { x: { texte: ["A"] } }, /doit être un texte/],
  ["a text without end", { x: { texte: "a".repeat(2001) } }, /2 000/],
  ["a file without end", " ".repeat(200_001), /200 Ko/],
];

for (const [name, value, problem] of WRONG) {
  test(`${name}: the default text stays, and why is told`, () => {
    const { found, problems } = read(value, "x");
    assert.equal(found, null);
    assert.equal(problems.length, 1);
    assert.match(plain(problems[0] ?? ""), problem);
  });
}

test("the problems of an English course are told in English", () => {
  const { problems } = readProtocols(JSON.stringify({ a: { contacts: [{ name: "X" }] }, b: { html: "" } }), "en-CA");
  assert.deepEqual(problems, ["“a”: contact 1: “phone” or “email” is needed.", "“b”: “html” is not a known field."]);
});

test("under a star, what serves the protocols that have no entry", () => {
  const { protocols } = readProtocols(JSON.stringify({ "*": { texte: "Partout." }, nuit: { texte: "La nuit." } }));
  assert.deepEqual([protocols("nuit")?.text, protocols("jour")?.text], [["La nuit."], ["Partout."]]);
});

test("every example of the administrator's page reads", () => {
  const page = readFileSync(new URL("../../docs/administration/protocole.md", import.meta.url), "utf-8");
  const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, source]) => source ?? "");
  assert.ok(examples.length >= 3);
  for (const source of examples) assert.deepEqual(readProtocols(source).problems, []);
});

test("any bytes give contacts or a problem, never a fault", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (source) => {
    const { protocols } = readProtocols(source);
    const found = protocols("contacts");
    assert.ok(found === null || found.text.length + found.contacts.length > 0);
  }));
});
