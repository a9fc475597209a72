// Checks a receipt here, with the log's key that stands in the page, and sends nothing anywhere.
// The formats: C2SP signed-note, tlog-checkpoint and tlog-proof; RFC 9162, section 2.1.3.2. Reasons
// have the names that `python -m bot verify` has for them.
"use strict";

const MOST_BYTES = 16_000;
const MOST_SIGNATURES = 100;
const MOST_HASHES = 64;
const MOST_NUMBER = 2n ** 64n - 1n;
const HASH_BYTES = 32;
const SALT_BYTES = 32;
const KEY_ID_BYTES = 4;

const PROMISE = "porte-voix promise 1";
const COMMITMENT = "porte-voix commitment 1";
const PROOF = "c2sp.org/tlog-proof@v1";
const DASH = "\u2014 ";

class Refused extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

function refuse(reason) {
  throw new Refused(reason);
}

// Bytes and numbers, in the one spelling that is accepted.

const toBytes = (text) => new TextEncoder().encode(text);

function toText(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    refuse("encoding");
  }
  if (/[\0-\x09\x0b-\x1f]/.test(text)) refuse("encoding");
  return text;
}

const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));

function fromBase64(text) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    refuse("base64");
  }
  if (toBase64(bytes) !== text) refuse("base64");
  return bytes;
}

function fromDecimal(text) {
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text) || BigInt(text) > MOST_NUMBER) refuse("number");
  return BigInt(text);
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const same = (one, other) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const sha256 = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));

async function hmac(key, bytes) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes));
}

// Keys and notes.

/** The log's key out of `name+id+base64`, ready to check signatures with. */
async function readKey(text) {
  const [name, , ...rest] = text.split("+");
  const encoded = fromBase64(rest.join("+"));
  const id = (await sha256(toBytes(`${name}\n`), encoded)).slice(0, KEY_ID_BYTES);
  const raw = encoded.slice(1);
  const verifying = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
  return { name, id, verifying };
}

/** A note's text and its signature lines, before any of them is checked. */
function parseNote(content) {
  const at = content.lastIndexOf("\n\n");
  if (at < 0) refuse("note-form");
  const lines = content.slice(at + 2);
  if (!lines.endsWith("\n")) refuse("note-form");
  const each = lines.slice(0, -1).split("\n");
  if (each.length > MOST_SIGNATURES) refuse("too-long");
  return { text: content.slice(0, at + 1), signatures: each.map(parseSignature) };
}

function parseSignature(line) {
  const space = line.indexOf(" ", DASH.length);
  if (!line.startsWith(DASH) || space < 0) refuse("note-form");
  const name = line.slice(DASH.length, space);
  const bytes = fromBase64(line.slice(space + 1));
  if (bytes.length <= KEY_ID_BYTES) refuse("note-form");
  if (!name || /[+\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(name)) {
    refuse("key-name");
  }
  return { name, id: bytes.slice(0, KEY_ID_BYTES), value: bytes.slice(KEY_ID_BYTES) };
}

/** Check that the log has signed a note, and each time rightly if it did so several times. */
async function checkSigned(note, key) {
  let signed = false;
  for (const { name, id, value } of note.signatures) {
    if (name !== key.name || !same(id, key.id)) continue;
    if (!(await crypto.subtle.verify("Ed25519", key.verifying, value, toBytes(note.text)))) {
      refuse("signature");
    }
    signed = true;
  }
  if (!signed) refuse("unsigned");
}

// Checkpoints, and the way from a leaf up to one.

function parseCheckpoint(text) {
  const lines = text.split("\n");
  lines.pop();
  if (lines.length < 3) refuse("checkpoint-form");
  const [origin, size, root, ...extensions] = lines;
  const raw = fromBase64(root);
  if (raw.length !== HASH_BYTES) refuse("checkpoint-form");
  const checkpoint = { origin, size: fromDecimal(size), root: raw, extensions };
  if (!origin || extensions.includes("")) refuse("checkpoint-form");
  return checkpoint;
}

async function checkInclusion(leaf, index, path, { size, root }) {
  if (index >= size) refuse("index");
  let [number, last, found] = [index, size - 1n, leaf];
  for (const sibling of path) {
    if (last === 0n) refuse("path-length");
    if (number & 1n || number === last) {
      found = await sha256([1], sibling, found);
      while (!(number & 1n) && number) [number, last] = [number >> 1n, last >> 1n];
    } else {
      found = await sha256([1], found, sibling);
    }
    [number, last] = [number >> 1n, last >> 1n];
  }
  if (last !== 0n) refuse("path-length");
  if (!same(found, root)) refuse("root");
}

// What a receipt opens.

/** The salt and the lines that a commitment is made of. */
function parseOpened(extra) {
  const salt = extra.slice(0, SALT_BYTES);
  const committed = extra.slice(SALT_BYTES);
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(committed);
  } catch {
    refuse("proof-form");
  }
  const [form, slug, number, sealed, country, locale, wording, end, ...more] = text.split("\n");
  const right =
    form === COMMITMENT &&
    /^(?:[0-9a-f]{2})*$/.test(number ?? "-") &&
    /^(?:[0-9a-f]{2})*$/.test(sealed ?? "-") &&
    end === "" &&
    more.length === 0;
  if (!right) refuse("proof-form");
  return { salt, committed, slug, country, locale };
}

async function leafOf({ salt, committed }) {
  const commitment = await hmac(salt, committed);
  return sha256([0], toBytes(`add ${toBase64(commitment)}\n`));
}

async function checkPromise(content, key) {
  const note = parseNote(content);
  const lines = note.text.split("\n");
  if (lines.length !== 4) refuse("proof-form");
  const [, origin, extra] = lines;
  if (origin !== key.name) refuse("origin");
  await checkSigned(note, key);
  return { kind: "promise", opened: parseOpened(fromBase64(extra)) };
}

function parseProof(content) {
  const at = content.indexOf("\n\n");
  const head = at < 0 ? content : content.slice(0, at);
  const checkpoint = at < 0 ? "" : content.slice(at + 2);
  const [header, ...lines] = head.split("\n");
  let extra = null;
  if (lines[0]?.startsWith("extra ")) extra = fromBase64(lines.shift().slice("extra ".length));
  if (header !== PROOF || !lines[0]?.startsWith("index ")) refuse("proof-form");
  const index = fromDecimal(lines.shift().slice("index ".length));
  const path = lines.map(fromBase64);
  const whole =
    checkpoint &&
    extra?.length !== 0 &&
    path.length <= MOST_HASHES &&
    path.every((hash) => hash.length === HASH_BYTES);
  if (!whole) refuse("proof-form");
  return { extra, index, path, checkpoint };
}

async function checkProof(content, key) {
  const { extra, index, path, checkpoint } = parseProof(content);
  const opened = parseOpened(extra ?? new Uint8Array());
  const note = parseNote(checkpoint);
  const state = parseCheckpoint(note.text);
  if (state.origin !== key.name) refuse("origin");
  await checkSigned(note, key);
  await checkInclusion(await leafOf(opened), index, path, state);
  const counted = state.extensions.find((line) => /^signatures [0-9]+$/.test(line));
  const signatures = counted && BigInt(counted.slice("signatures ".length));
  return { kind: "proof", opened, index, size: state.size, signatures };
}

/** What a receipt shows, out of its bytes. Throws Refused with a reason. */
async function checkReceipt(bytes, key) {
  if (bytes.length > MOST_BYTES) refuse("too-long");
  const content = toText(bytes);
  return content.startsWith(PROMISE) ? checkPromise(content, key) : checkProof(content, key);
}

// The page.

/** Text that somebody pasted: copying it may have changed blanks and ends of lines around it. */
const pasted = (text) => toBytes(`${text.replaceAll("\r", "").trim()}\n`);

function start(form) {
  const field = form.querySelector("textarea");
  const file = form.querySelector("input[type=file]");
  const outcome = document.getElementById("outcome");
  const { locale, slug, title } = form.dataset;
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: "latn" });
  let asked = 0;

  const says = (name) => form.querySelector(`template[data-says="${name}"]`).content.textContent;

  function named(type, code) {
    try {
      return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  function rows({ opened, index, size, signatures }) {
    const found = [
      ["petition", opened.slug === slug ? title : opened.slug],
      ["country", opened.country ? named("region", opened.country) : says("not-given")],
      ["language", named("language", opened.locale)],
    ];
    if (index !== undefined) {
      found.push(["entry", numbers.format(index)], ["size", numbers.format(size)]);
    }
    if (signatures !== undefined) found.push(["signatures", numbers.format(signatures)]);
    return found;
  }

  function paragraph(text, kind) {
    const made = document.createElement("p");
    made.className = kind;
    made.textContent = text;
    return made;
  }

  function list(found) {
    const made = document.createElement("dl");
    for (const [name, value] of found) {
      const term = document.createElement("dt");
      const told = document.createElement("dd");
      const alone = document.createElement("bdi");
      term.textContent = says(name);
      alone.textContent = value;
      told.append(alone);
      made.append(term, told);
    }
    return made;
  }

  function tell(verdict, ...parts) {
    outcome.dataset.verdict = verdict;
    outcome.replaceChildren(...parts);
  }

  function clear() {
    asked += 1;
    field.value = file.value = "";
    tell("");
  }

  async function check(bytes) {
    const mine = (asked += 1);
    const told = (...verdict) => {
      // Whoever has given another one meanwhile is told about that one only.
      if (mine === asked) tell(...verdict);
    };
    let key;
    try {
      key = await readKey(form.dataset.key);
    } catch {
      told("unable", paragraph(says("unable"), "verdict"));
      return;
    }
    try {
      const found = await checkReceipt(bytes, key);
      const keep = paragraph(says("keep"), "keep");
      told(found.kind, paragraph(says(found.kind), "verdict"), list(rows(found)), keep);
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      const why = paragraph(says(fault.reason), "why");
      why.dataset.reason = fault.reason;
      told("refused", paragraph(says("refused"), "verdict"), why);
    }
  }

  async function open(chosen) {
    if (!chosen) return;
    // One byte more than there may be is enough to say that it is too long.
    const bytes = new Uint8Array(await chosen.slice(0, MOST_BYTES + 1).arrayBuffer());
    field.value = new TextDecoder().decode(bytes);
    check(bytes);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) check(pasted(field.value));
    else field.focus();
  });
  form.querySelector("[data-clear]").addEventListener("click", clear);
  file.addEventListener("change", () => open(file.files[0]));
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  });
  // A page that comes back out of the browser's memory brings no receipt along.
  window.addEventListener("pagehide", clear);
  form.hidden = false;
  document.getElementById("unscripted").hidden = true;
}

document.querySelectorAll("form[data-key]").forEach(start);
