// Keeps the newest message in view for as long as the person has not scrolled up.

import { $ } from "/dom.js";

let atEnd = true;
let heights = "";

/** Show the newest message. */
export function toEnd() {
  atEnd = true;
  $("log").scrollTop = $("log").scrollHeight;
}

$("log").addEventListener("scroll", () => {
  const log = $("log");
  const now = `${log.clientHeight}/${log.scrollHeight}`;
  // The browser scrolls too when sizes change; only what the person scrolls counts.
  if (now !== heights) { heights = now; if (atEnd) toEnd(); return; }
  atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
});
new ResizeObserver(() => { if (atEnd) toEnd(); }).observe($("log"));
$("log").addEventListener("load", () => { if (atEnd) toEnd(); }, true); // pictures; they do not bubble

export const isAtEnd = () => atEnd;
