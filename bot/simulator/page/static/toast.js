// The short notice over the chat.

import { $ } from "/dom.js";

const SHOWN = 4000; // milliseconds

let toastTimer = 0;

export function showToast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $("toast").hidden = true; }, SHOWN);
}
