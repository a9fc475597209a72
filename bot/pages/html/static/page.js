// What a page does beyond being read: the count moves, a link is copied, a language is offered.
"use strict";

const POLL_EVERY = 15_000;

/** Milliseconds after which events that do not come are not waited for any longer. */
const EVENTS_WITHIN = 10_000;

/** Milliseconds, at least, before a page that is outdated is loaded again. */
const LEAVE_AFTER = 4_000;

let leaving = false;

/** Show figures as they come. `said.total` holds `said.number`, which stands out. */
function show(box, state) {
  const total = box.querySelector("[data-said]");
  const { number, total: sentence } = state.said;
  const at = sentence.indexOf(number);
  if (number && at >= 0) {
    const outstanding = document.createElement("b");
    outstanding.textContent = number;
    total.replaceChildren(sentence.slice(0, at), outstanding, sentence.slice(at + number.length));
  } else {
    total.textContent = sentence;
  }
  const bar = box.querySelector("progress");
  if (bar) {
    bar.max = state.milestone;
    bar.value = state.total;
    bar.setAttribute("aria-label", state.said.goal);
    box.querySelector("[data-goal]").textContent = state.said.goal;
  }
  // A campaign that has just closed or paused says so, and one that goes on can be signed again.
  // A cache may have the old page for a while: nobody asks in a circle, nor all in one moment.
  if (Boolean(bar) !== (state.status === "open") && !leaving) {
    leaving = true;
    setTimeout(() => location.reload(), LEAVE_AFTER * (1 + Math.random()));
  }
}

/** Follow the count: told of each change, or asking now and then where that does not work. */
function follow(box) {
  const asked = `?lang=${encodeURIComponent(box.dataset.locale)}`;
  let timer = 0;

  async function poll() {
    try {
      const answer = await fetch(`${box.dataset.live}.json${asked}`, { credentials: "omit" });
      if (answer.ok) show(box, await answer.json());
    } catch {
      // Out of reach for now: what is shown stays.
    }
  }

  function ask() {
    if (timer) return;
    timer = setInterval(poll, POLL_EVERY);
    poll();
  }

  const events = new EventSource(`${box.dataset.live}/events${asked}`);
  // The first event is sent at once. Where none comes, a proxy may be holding them all back.
  let waiting = setTimeout(ask, EVENTS_WITHIN);
  events.onmessage = (event) => {
    clearTimeout(waiting);
    clearInterval(timer);
    waiting = timer = 0;
    show(box, JSON.parse(event.data));
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) ask();
    else waiting ||= setTimeout(ask, EVENTS_WITHIN);
  };
}

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
  button.parentElement.querySelector("[role=status]").textContent = button.dataset.copied;
}

/** Offer the page in the reader's own language, in that language. */
function offerLanguage() {
  const shown = document.documentElement.lang;
  const links = [...document.querySelectorAll(".languages a")];
  for (const wish of navigator.languages ?? []) {
    const language = wish.split("-")[0];
    if (language === shown.split("-")[0]) return;
    const link = links.find((one) => one.lang.split("-")[0] === language);
    if (link) {
      const offer = document.createElement("a");
      offer.href = link.href;
      offer.lang = offer.hreflang = link.lang;
      offer.dir = link.dir;
      offer.className = "offer";
      offer.textContent = link.dataset.invitation;
      document.querySelector("header").append(offer);
      return;
    }
  }
}

document.querySelectorAll("[data-live]").forEach(follow);
document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
});
if (document.querySelector(".languages")) offerLanguage();
