// Small helpers around the DOM. Foreign text only ever becomes text nodes.

export const $ = (id) => document.getElementById(id);

/** An element with attributes, listeners (`onclick`, …) and children (nodes or strings). */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A round picture with the first letters of a name, in a colour of its own. */
export function avatar(name, id) {
  const letters = name.trim().split(/\s+/).slice(0, 2).map((word) => [...word][0] || "");
  const node = el("span", { class: "avatar", "aria-hidden": "true" }, letters.join("").toUpperCase());
  node.style.setProperty("--hue", String((Math.abs(id) * 67) % 360));
  return node;
}

/** Open `menu` under its button, or close it; Escape and a click elsewhere close it too. */
export function toggleMenu(button, menu, items) {
  const open = menu.hidden;
  closeMenus();
  if (!open) return;
  menu.replaceChildren(
    ...items.map(([label, act, detail]) =>
      el("button", { type: "button", role: "menuitem", onclick: () => { closeMenus(); act(); } },
        el("span", { dir: "auto" }, label),
        detail ? el("small", { dir: "auto" }, detail) : null)),
  );
  menu.hidden = false;
  button.setAttribute("aria-expanded", "true");
  menu.querySelector("button")?.focus();
}

export function closeMenus() {
  for (const menu of document.querySelectorAll("[role=menu]")) menu.hidden = true;
  for (const button of document.querySelectorAll("[aria-expanded=true]")) {
    button.setAttribute("aria-expanded", "false");
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[role=menu], [aria-haspopup=menu]")) closeMenus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus();
  const menu = event.target.closest?.("[role=menu]");
  if (!menu || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const items = [...menu.querySelectorAll("button")];
  const step = event.key === "ArrowDown" ? 1 : items.length - 1;
  items[(items.indexOf(document.activeElement) + step) % items.length]?.focus();
  event.preventDefault();
});

/** Show a dialog with a title and nodes; Enter in a field presses its main button. */
export function ask(title, ...body) {
  $("dialog-title").textContent = title;
  $("dialog-body").replaceChildren(...body);
  $("dialog").showModal();
}

$("dialog").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
  event.preventDefault(); // or the form's only submit button, which closes, would be pressed
  $("dialog-body").querySelector(".main")?.click();
});

export const closeDialog = () => $("dialog").close();
