// One message as nodes: text with its entities, pictures, files, and the buttons below.

import { el } from "/dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** `text` with its entities. Offsets are UTF-16 code units, as JavaScript's own. */
export function formatted(text, entities, on) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return pieces(text, sorted, 0, text.length, on);
}

function pieces(text, entities, from, to, on) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const start = Math.max(first.offset, at);
    const end = Math.min(first.offset + first.length, to);
    if (start >= to) break;
    if (start < end) {
      const inside = others.filter((one) => one.offset < end);
      nodes.push(text.slice(at, start), entityNode(first, text.slice(start, end),
        pieces(text, inside, start, end, on), on));
      at = end;
    }
    rest = others.filter((one) => one.offset + one.length > at);
  }
  nodes.push(text.slice(at, to));
  return nodes;
}

function entityNode(entity, words, inside, on) {
  switch (entity.type) {
    case "text_link": return link(entity.url, inside, on);
    case "url": return link(words, inside, on);
    case "bot_command":
      return el("button", { type: "button", class: "word", dir: "ltr", onclick: () => on.say(words) }, ...inside);
    case "spoiler": return spoiler(inside);
    default: {
      const tag = TAGS[entity.type];
      return tag ? el(tag, {}, ...inside) : el("span", { class: "tag" }, ...inside);
    }
  }
}

function spoiler(inside) {
  const node = el("button", { type: "button", class: "spoiler", "aria-label": "Show hidden text" }, ...inside);
  node.addEventListener("click", () => node.replaceWith(el("span", {}, ...node.childNodes)));
  return node;
}

/** A link to elsewhere in a new tab; one to our bot opens as START. Odd schemes stay text. */
export function link(address, inside, on, attributes = {}) {
  const url = parsed(address);
  if (!url) return el("span", attributes, ...inside);
  if (isDeepLink(url, on.bot())) {
    return el("a", { href: url.href, ...attributes, onclick: (event) => {
      event.preventDefault();
      on.deepLink(url.href);
    } }, ...inside);
  }
  return el("a", {
    href: url.href, title: url.href, target: "_blank", rel: "noopener noreferrer", ...attributes,
  }, ...inside);
}

function parsed(address) {
  try {
    const url = new URL(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
    return ["http:", "https:", "tg:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function isDeepLink(url, username) {
  const same = (name) => (name || "").toLowerCase() === username.toLowerCase();
  if (url.protocol === "tg:") return url.href.startsWith("tg://resolve") && same(url.searchParams.get("domain"));
  return ["t.me", "telegram.me"].includes(url.hostname) && same(url.pathname.replaceAll("/", ""));
}

/** The whole message. `on` says what taps and links do; `view` who looks and where. */
export function messageNode(message, view, on) {
  const service = serviceText(message);
  if (service) return el("p", { class: "service", "data-message-id": message.message_id, dir: "auto" }, service);
  const mine = message.from.id === view.me;
  const name = view.group && !mine ? el("p", { class: "name", dir: "auto" }, message.from.first_name) : null;
  const via = message.via_bot ? el("p", { class: "via" }, `via @${message.via_bot.username}`) : null;
  const words = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const text = words === undefined ? null
    : el("div", { class: "text", dir: "auto" }, ...formatted(words, entities, on));
  const media = mediaNode(message);
  const content = message.show_caption_above_media ? [text, media] : [media, text];
  const bubble = el("div", { class: media && media.tagName === "IMG" ? "bubble wide" : "bubble" },
    name, via, quoted(message), ...content, meta(message, mine, on));
  const rows = message.reply_markup?.inline_keyboard || [];
  return el("article", {
    class: mine ? "message mine" : "message", "data-message-id": message.message_id,
    "aria-label": mine ? "You" : message.from.first_name,
  }, bubble, rows.length ? keyboard(message, rows, on) : null);
}

function quoted(message) {
  const original = message.reply_to_message;
  if (!original) return null;
  const words = original.text ?? original.caption ?? "…";
  return el("p", { class: "quote", dir: "auto" }, words.slice(0, 80));
}

function meta(message, mine, on) {
  const time = new Date(message.date * 1000);
  const shown = time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
  const edit = mine && message.text !== undefined && !message.via_bot
    ? el("button", { type: "button", class: "edit", "aria-label": "Edit this message", onclick: () => on.edit(message) }, "edit")
    : null;
  return el("p", { class: "meta" }, edit, message.edit_date ? el("span", {}, "edited") : null,
    el("time", { datetime: time.toISOString() }, shown));
}

function mediaNode(message) {
  if (message.photo) {
    const size = message.photo[message.photo.length - 1];
    return el("img", {
      src: `/page/file/${size.file_unique_id}`, alt: message.caption ? "Picture, described below" : "Picture",
      width: size.width, height: size.height,
    });
  }
  if (message.document) {
    const file = message.document;
    return el("a", { class: "file", href: `/page/file/${file.file_unique_id}`, download: file.file_name || "file" },
      el("span", { class: "sheet", "aria-hidden": "true" }, "⤓"),
      el("span", {}, el("bdi", {}, file.file_name || "file"), el("small", {}, el("bdi", {}, bytes(file.file_size || 0)))));
  }
  if (message.sticker) return el("p", { class: "sticker" }, message.sticker.emoji || "▢");
  if (message.voice) {
    return el("p", { class: "voice" }, el("span", { "aria-hidden": "true" }, "▶ ▂▅▃▇▂▅▃▂ "),
      el("bdi", {}, `Voice message, ${message.voice.duration} s`));
  }
  return null;
}

function bytes(count) {
  if (count < 1000) return `${count} bytes`;
  return count < 1e6 ? `${(count / 1000).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

function keyboard(message, rows, on) {
  const rowNodes = rows.map((row) => el("div", { class: "row" }, ...row.map((button) => keyNode(message, button, on))));
  return el("div", { class: "keys" }, ...rowNodes);
}

function keyNode(message, button, on) {
  const label = el("span", { dir: "auto" }, button.text);
  const hint = (sign) => el("span", { class: "hint", "aria-hidden": "true" }, sign);
  if (button.url) return link(button.url, [label, hint("↗")], on, { class: "key", role: "button" });
  if (button.callback_data !== undefined) {
    const choice = button.callback_data.split(":").pop();
    return el("button", {
      type: "button", class: "key", "data-choice": choice,
      onclick: (event) => on.tap(message, button.callback_data, event.currentTarget),
    }, label);
  }
  const query = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
  if (query !== undefined) {
    return el("button", { type: "button", class: "key", onclick: () => on.shareInline(query) }, label, hint("➦"));
  }
  if (button.switch_inline_query_current_chat !== undefined) {
    return el("button", { type: "button", class: "key", onclick: () => on.typeInline(button.switch_inline_query_current_chat) }, label);
  }
  if (button.copy_text) {
    return el("button", { type: "button", class: "key", onclick: () => on.copy(button.copy_text.text) }, label, hint("⧉"));
  }
  return el("button", { type: "button", class: "key", disabled: true }, label);
}

function serviceText(message) {
  const who = message.from.first_name;
  if (message.new_chat_members) return `${who} added ${message.new_chat_members.map((one) => one.first_name).join(", ")}`;
  if (message.left_chat_member) return `${who} removed ${message.left_chat_member.first_name}`;
  return "";
}
