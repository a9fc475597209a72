// People as the lists show them, and the form for a new one.

import { $, ask, avatar, el } from "/dom.js";
import { LANGUAGES, languageSelect } from "/languages.js";

const seenReactions = new Map(); // person -> what the bot had done when last looked at

/** Somebody's chat is open: nothing in it is new any more. */
export const lookedAt = (person) => seenReactions.set(person.id, person.reactions);

/** One line of a list of people. */
export function personRow(person, current, choose) {
  if (!seenReactions.has(person.id)) lookedAt(person);
  const fresh = person.reactions - seenReactions.get(person.id);
  const about = [LANGUAGES[person.language] || person.language, person.note];
  const last = person.blocked ? "has blocked the bot" : person.last || "no messages yet";
  return el("button", {
    type: "button", class: "person", "data-person": person.name,
    "aria-current": current ? "true" : undefined, onclick: choose,
  },
  avatar(person.name, person.id),
  el("span", { class: "lines" },
    el("span", { class: "first" }, el("bdi", {}, person.name),
      el("small", {}, about.filter(Boolean).join(" · "))),
    el("small", { class: "last", dir: "auto" }, last)),
  fresh > 0 ? el("span", { class: "badge", "aria-label": "new messages" }, String(fresh)) : null);
}

/** Ask for a name and a language, and `add` a person with them. */
export function askForPerson(add) {
  const name = el("input", { id: "new-name", required: true, maxlength: 64, autocomplete: "off" });
  const language = languageSelect("en");
  ask("A new person", el("label", {}, "Name ", name), el("label", {}, "Language ", language),
    el("button", { type: "button", class: "main", onclick: () => {
      if (name.reportValidity()) add(name.value, language.value);
    } }, "Add"));
  $("new-name").focus();
}
