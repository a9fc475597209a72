// The page: fetches what a person sees whenever the server says that something changed.

import { $, ask, avatar, closeDialog, closeMenus, el, toggleMenu } from "/dom.js";
import { LANGUAGES, RIGHT_TO_LEFT, languageSelect } from "/languages.js";
import { messageNode } from "/message.js";
import { askForPerson, lookedAt, personRow } from "/people.js";
import { isAtEnd, toEnd } from "/scroll.js";
import { showToast } from "/toast.js";

const MOST_BYTES = 5_000_000; // of a file that somebody sends
const PATIENCE = 15_000; // how long a pressed button shows that it waits

let state = null;
let me = Number(location.hash.slice(1)) || 0;
let chatId = 0;
let editing = null;
let pendingLink = "";
let followed = new URLSearchParams(location.search).get("start"); // a link from another page
let search = null;
let searchTimer = 0;
let typingTimer = 0;
let shownChat = "";
const drawn = new Map(); // message id -> { json, node }
const shownToasts = new Map(); // chat -> time of the toast that was shown

// -- talking to the server

async function act(name, more = {}) {
  const answer = await json("/page/act", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Porte-Voix": "page" },
    body: JSON.stringify({ act: name, person: me, chat: chatId, ...more }),
  });
  if (answer.error) showToast(answer.error);
  return answer;
}

async function json(address, options) {
  try {
    return await (await fetch(address, options)).json();
  } catch {
    return { error: "The demo has stopped." };
  }
}

let refreshing = false;
let again = false;

async function refresh() {
  if (refreshing) { again = true; return; }
  refreshing = true;
  try {
    do {
      again = false;
      const asked = `${me}/${chatId}`;
      const fresh = await json(`/page/state?person=${me}&chat=${chatId}`);
      if (fresh.error) break; // the event stream comes back by itself
      if (asked === `${me}/${chatId}`) draw(fresh);
      else again = true;
    } while (again);
  } finally {
    refreshing = false;
  }
}

const events = new EventSource("/page/events");
events.onmessage = refresh;
events.onopen = () => document.body.classList.remove("offline");
events.onerror = () => document.body.classList.add("offline");

// -- drawing

function draw(fresh) {
  state = fresh;
  if (!state.me) return;
  me = state.me;
  chatId = state.chat.id;
  if (followed) {
    const link = `tg://resolve?domain=${state.bot.username}&start=${encodeURIComponent(followed)}`;
    followed = null;
    history.replaceState(null, "", location.pathname);
    on.deepLink(link);
  }
  if (location.hash !== `#${me}`) history.replaceState(null, "", `#${me}`);
  const person = myself();
  lookedAt(person);
  $("phone").dir = RIGHT_TO_LEFT.has(person.language.slice(0, 2)) ? "rtl" : "ltr";
  drawPeople();
  drawHeader(person);
  drawChats();
  drawMessages();
  drawFoot();
  drawSuggestions();
  drawToast();
  drawCalls();
}

const myself = () => state.people.find((one) => one.id === me);

const personButton = (person, choose) => personRow(person, person.id === me, () => choose(person));

function drawPeople() {
  const focused = document.activeElement?.dataset?.person;
  $("people").replaceChildren(...state.people.map((person) => el("li", {}, personButton(person, become))));
  if (focused) $("people").querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
}

function drawHeader(person) {
  const chat = state.chat;
  drawOnce($("who"), [person.id, person.language], () => [
    avatar(person.name, person.id),
    el("span", {}, el("bdi", {}, person.name), "’s phone · ", LANGUAGES[person.language] || person.language),
    el("span", { class: "switch", "aria-hidden": "true" }, "▾"),
  ]);
  drawOnce($("chat-picture"), [chat.id, chat.title], () => [chatPicture(chat)]);
  $("chat-title").textContent = chat.title;
  const usual = { private: "bot", supergroup: chat.members.join(", ") + (chat.bot_inside ? " and the bot" : ""), people: "person" };
  clearTimeout(typingTimer);
  if (chat.typing > 0) typingTimer = setTimeout(refresh, chat.typing * 1000 + 50);
  const status = chat.typing > 0 ? "typing…" : chat.blocked ? "blocked" : usual[chat.kind];
  if ($("chat-status").textContent !== status) $("chat-status").textContent = status;
}

const chatPicture = (chat) => chat.kind === "private"
  ? el("img", { class: "avatar", src: "/icon.svg", alt: "" }) : avatar(chat.title, chat.id);

/** Fill a box again only if what it depends on has changed, so that focus stays where it is. */
function drawOnce(box, key, nodes) {
  const now = JSON.stringify(key);
  if (box.dataset.key === now) return;
  box.dataset.key = now;
  box.replaceChildren(...nodes());
}

function drawChats() {
  $("chats").hidden = state.chats.length < 2;
  drawOnce($("chats"), [state.chats, chatId], () => state.chats.map((chat) => el("button", {
    type: "button", "aria-current": chat.id === chatId ? "page" : undefined, dir: "auto",
    onclick: () => openChat(chat.id),
  }, chat.title)));
}

function drawMessages() {
  const log = $("log");
  const key = `${me}/${chatId}`;
  const moved = shownChat !== key;
  if (moved) {
    drawn.clear();
    log.replaceChildren();
    log.setAttribute("aria-busy", "true");
    shownChat = key;
  }
  const view = { me, group: state.chat.kind !== "private" };
  const present = new Set();
  let last = null;
  let added = false;
  for (const message of state.chat.messages) {
    present.add(message.message_id);
    const json = JSON.stringify(message);
    let entry = drawn.get(message.message_id);
    if (!entry || entry.json !== json) {
      const node = messageNode(message, view, on);
      if (entry) replaceKeepingFocus(entry.node, node);
      else { last ? last.after(node) : log.prepend(node); added = true; }
      entry = { json, node };
      drawn.set(message.message_id, entry);
    }
    last = entry.node;
  }
  for (const [id, entry] of drawn) {
    if (!present.has(id)) { entry.node.remove(); drawn.delete(id); }
  }
  drawEmpty(log);
  if (!state.chat.spinning.length) {
    for (const key of log.querySelectorAll(".waiting")) key.classList.remove("waiting");
  }
  if (moved || isAtEnd() || added && state.chat.messages.at(-1)?.from.id === me) toEnd();
  log.removeAttribute("aria-busy");
}

function replaceKeepingFocus(old, fresh) {
  const choice = old.contains(document.activeElement) ? document.activeElement.dataset.choice : undefined;
  old.replaceWith(fresh);
  if (choice !== undefined) {
    const key = fresh.querySelector(`[data-choice="${CSS.escape(choice)}"]`) || fresh.querySelector(".key");
    key?.focus({ preventScroll: true });
  }
}

function drawEmpty(log) {
  log.querySelector(".empty")?.remove();
  if (state.chat.messages.length) return;
  const words = state.chat.kind === "private" ? state.bot.description || state.bot.about : "";
  log.append(el("div", { class: "empty" },
    chatPicture(state.chat),
    el("h3", { dir: "auto" }, state.chat.title),
    el("p", { dir: "auto" }, words || "Nothing here yet.")));
}

function drawFoot() {
  const chat = state.chat;
  const banner = $("banner");
  const own = chat.kind === "private";
  const fresh = own && (pendingLink || !chat.messages.length && !chat.blocked);
  const kind = fresh ? "start" : own && chat.blocked ? "blocked" : editing ? "editing" : "";
  banner.hidden = !kind;
  drawOnce(banner, [kind, editing?.message_id, me, chatId], () => bannerNodes(kind));
  $("compose").hidden = kind === "start" || kind === "blocked";
  resize();
  $("commands").hidden = !chat.commands.length;
  drawKeyboard(kind ? null : chat.keyboard);
}

function bannerNodes(kind) {
  if (kind === "start") {
    return [el("button", { type: "button", class: "main", id: "start", onclick: start }, "START")];
  }
  if (kind === "blocked") {
    return [el("p", { dir: "ltr" }, "You have blocked this bot."),
      el("button", { type: "button", class: "main", onclick: () => act("unblock") }, "Unblock")];
  }
  if (kind === "editing") {
    return [el("p", { dir: "ltr" }, "Editing your message"),
      el("button", { type: "button", class: "quiet", onclick: stopEditing }, "Cancel")];
  }
  return [];
}

function drawKeyboard(markup) {
  const box = $("keyboard");
  const rows = markup?.keyboard || [];
  box.hidden = !rows.length;
  $("composer").placeholder = markup?.input_field_placeholder || "Message";
  drawOnce(box, rows, () => rows.map((row) => el("div", { class: "row" }, ...row.map((button) => {
    const text = typeof button === "string" ? button : button.text;
    return el("button", { type: "button", class: "key", onclick: () => on.say(text) }, el("span", { dir: "auto" }, text));
  }))));
}

function drawSuggestions() {
  const box = $("suggestions");
  const results = search && state.search?.id === search ? state.search.results : null;
  box.hidden = !search;
  if (!search) { box.replaceChildren(); return; }
  if (!results) { box.replaceChildren(el("p", {}, "asking the bot…")); return; }
  if (!results.length) { box.replaceChildren(el("p", {}, "The bot has no results.")); return; }
  box.replaceChildren(...results.map((result) => el("button", { type: "button", class: "result", onclick: () => pick(result) },
    el("strong", { dir: "auto" }, result.title || result.id),
    el("small", { dir: "auto" }, result.description || ""))));
}

function drawToast() {
  const toast = state.chat.toast;
  const key = `${me}/${chatId}`;
  const known = shownToasts.get(key);
  shownToasts.set(key, toast?.at ?? 0);
  if (!toast || known === undefined || known === toast.at) return;
  if (toast.show_alert) ask(state.chat.title, el("p", { dir: "auto" }, toast.text));
  else showToast(toast.text);
}

function drawCalls() {
  if (!$("calls-pane").open) return;
  const names = new Map(state.people.map((person) => [String(person.id), person.name]));
  $("calls").replaceChildren(...[...state.calls].reverse().map((call) =>
    el("li", { class: call.error ? "failed" : undefined },
      el("time", {}, call.at), " ", el("code", {}, call.method), " ",
      el("bdi", {}, names.get(call.chat) || call.chat), call.error ? el("small", {}, call.error) : null)));
}

// -- what people do

const on = {
  bot: () => state.bot.username,
  say: (text) => act("say", { text }),
  tap: (message, data, key) => {
    key.classList.add("waiting");
    setTimeout(() => key.classList.remove("waiting"), PATIENCE);
    return act("tap", { message: message.message_id, data });
  },
  edit: (message) => {
    editing = message;
    $("composer").value = message.text;
    drawFoot();
    resize();
    $("composer").focus();
  },
  deepLink: (link) => ask("Open this link as", el("ul", { class: "choose" }, ...state.people.map((person) =>
    el("li", {}, personButton(person, () => { closeDialog(); become(person); pendingLink = link; refresh(); }))))),
  shareInline: (query) => ask("Send it to", el("ul", { class: "choose" },
    ...state.chats.filter((chat) => chat.kind !== "private").map((chat) => el("li", {}, el("button", {
      type: "button", class: "person",
      onclick: () => { closeDialog(); openChat(chat.id); on.typeInline(query); },
    }, avatar(chat.title, chat.id), el("bdi", {}, chat.title)))))),
  typeInline: (query) => {
    $("composer").value = `@${state.bot.username} ${query}`;
    $("composer").focus();
    typed();
  },
  copy: async (text) => {
    await navigator.clipboard.writeText(text);
    showToast("Copied");
  },
};

function become(person) {
  if ($("dialog").open) closeDialog();
  me = person.id;
  openChat(0);
}

function openChat(id) {
  chatId = id || me;
  pendingLink = "";
  search = null;
  stopEditing();
  refresh();
}

async function start() {
  const link = pendingLink;
  pendingLink = "";
  if (link) await act("open", { link });
  else await act("say", { text: "/start" });
  $("composer").focus();
}

function stopEditing() {
  if (editing) $("composer").value = "";
  editing = null;
  resize();
  if (state) drawFoot();
}

async function send() {
  const text = $("composer").value;
  if (!text.trim()) return;
  const target = editing;
  $("composer").value = "";
  stopEditing();
  search = null;
  clearTimeout(searchTimer);
  const answer = target ? await act("edit", { message: target.message_id, text }) : await act("say", { text });
  if (answer.error) $("composer").value = text;
  resize();
}

function typed() {
  resize();
  clearTimeout(searchTimer);
  const name = `@${state.bot.username} `;
  const text = $("composer").value;
  if (!text.toLowerCase().startsWith(name.toLowerCase())) {
    if (search) { search = null; drawSuggestions(); }
    return;
  }
  searchTimer = setTimeout(async () => {
    const answer = await act("search", { query: text.slice(name.length) });
    search = answer.search || null;
    refresh();
  }, 250);
}

async function pick(result) {
  const found = search;
  search = null;
  $("composer").value = "";
  await act("choose", { search: found, result: result.id });
}

function resize() {
  const box = $("composer");
  box.dir = box.value ? "auto" : $("phone").dir;
  box.style.height = "";
  if (box.value && box.scrollHeight) box.style.height = `${Math.min(box.scrollHeight + 2, 140)}px`;
}

$("compose").addEventListener("submit", (event) => { event.preventDefault(); send(); });
$("composer").addEventListener("input", typed);
$("composer").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  if (event.key === "Escape" && editing) stopEditing();
});

$("who").addEventListener("click", () => ask("Who are you?", el("ul", { class: "choose" },
  ...state.people.map((person) => el("li", {}, personButton(person, become)))),
el("button", { type: "button", class: "quiet", onclick: addPerson }, "Add a person")));
$("add-person").addEventListener("click", addPerson);
$("calls-pane").addEventListener("toggle", () => { if (state) drawCalls(); });

function addPerson() {
  if ($("dialog").open) closeDialog();
  askForPerson(async (name, language) => {
    const answer = await act("add_person", { name, language });
    if (answer.person) become({ id: answer.person });
  });
}

function changeLanguage() {
  const select = languageSelect(myself().language);
  ask("Language of the app", select, el("button", { type: "button", class: "main", onclick: () => {
    closeDialog();
    act("language", { language: select.value });
  } }, "Change"));
}

$("more").addEventListener("click", () => {
  const chat = state.chat;
  const items = [["Language of the app", changeLanguage]];
  if (chat.kind === "private") {
    items.push(["Clear this chat", () => act("clear")]);
    items.push(chat.blocked ? ["Unblock the bot", () => act("unblock")] : ["Block the bot", () => act("block")]);
  } else if (chat.kind === "supergroup") {
    items.push(chat.bot_inside ? ["Remove the bot", () => act("remove_bot")] : ["Add the bot", () => act("add_bot")]);
  }
  toggleMenu($("more"), $("chat-menu"), items);
});

const footMenu = el("div", { class: "menu up", role: "menu", hidden: true });
$("foot").prepend(footMenu);
$("commands").addEventListener("click", () => toggleMenu($("commands"), footMenu,
  state.chat.commands.map((one) => [`/${one.command}`, () => on.say(`/${one.command}`), one.description])));
$("attach").addEventListener("click", () => toggleMenu($("attach"), footMenu, [
  ["Picture", () => act("photo")], ["File", () => $("file").click()], ["Sticker", () => act("sticker")], ["Voice message", () => act("voice")],
]));
$("file").addEventListener("change", async () => {
  const file = $("file").files[0];
  if (!file) return;
  $("file").value = ""; // so that the same file can be sent again
  if (file.size > MOST_BYTES) { showToast("That file is too large for the demo."); return; }
  let bytes = "";
  for (const byte of new Uint8Array(await file.arrayBuffer())) bytes += String.fromCharCode(byte);
  act("document", { name: file.name, mime: file.type, data: btoa(bytes) });
});
addEventListener("hashchange", () => {
  const id = Number(location.hash.slice(1));
  if (id && id !== me) become({ id });
});
if (matchMedia("(min-width: 1180px)").matches) $("calls-pane").open = true;
closeMenus();
