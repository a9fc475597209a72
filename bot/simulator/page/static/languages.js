// Languages that people of the demo speak.

import { el } from "/dom.js";

export const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);
export const LANGUAGES = {
  ar: "العربية", de: "Deutsch", en: "English", es: "Español", fa: "فارسی", fr: "Français",
  he: "עברית", it: "Italiano", pt: "Português", ru: "Русский", tr: "Türkçe", uk: "Українська",
  zh: "中文",
};

/** A list to choose a language from; what is chosen already may be any code. */
export function languageSelect(chosen) {
  const all = chosen in LANGUAGES ? LANGUAGES : { [chosen]: chosen, ...LANGUAGES };
  return el("select", { id: "new-language" }, ...Object.entries(all).map(([code, name]) =>
    el("option", { value: code, selected: code === chosen }, `${name} (${code})`)));
}
