// Draws the planner's answers, which a worker finds, into the places that the page has for them.
//
// Loaded after the page, with a style sheet of its own. What the buttons mean the page knows; only copying and printing are here.

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("advice.css", import.meta.url).href;
document.head.append(style);

const worker = new Worker(new URL("advisor-worker.js", import.meta.url), { type: "module" });
const region = document.createElement("div");
region.className = "sr";
region.setAttribute("role", "status");
region.dataset.adviceSaid = "";
document.body.append(region);

let asked = 0;
let sheet = { ghosts: [], panels: [], badges: [], flips: [], said: "" };

/** Asks about a plan, as JSON text, in a language. The answer to an older question is dropped. */
export function ask(plan, language) {
  asked += 1;
  worker.postMessage([asked, plan, language]);
}

worker.addEventListener("message", ({ data: [number, found] }) => {
  if (number !== asked) return;
  const before = sheet.said;
  sheet = found ? JSON.parse(found) : { ghosts: [], panels: [], badges: [], flips: [], said: "" };
  show();
  if (sheet.said !== before) region.textContent = sheet.said;
  document.documentElement.dataset.advice = String(number);
});

/** Cards and rows come and go with the page; what advice says of them has to follow. */
new MutationObserver(show).observe(document.querySelector("[data-board]"), { childList: true, subtree: true });

/** On a narrow page missing seats stand with the rest of advice, so that the pool stays where it is when they come and go. */
const narrow = matchMedia("(max-width: 760px)");
narrow.addEventListener("change", show);

function show() {
  const seats = ["ul", { class: "ghosts", role: "list", "data-zone": "consortium" }, sheet.ghosts];
  const moved = narrow.matches && sheet.ghosts.length > 0;
  draw("ghosts", moved ? [] : sheet.ghosts);
  draw("panels", moved ? [seats, ...sheet.panels] : sheet.panels);
  fill("[data-badge]", (slot) => slot.closest("[data-organisation]")?.dataset.organisation, sheet.badges);
  fill("[data-flip]", (slot) => slot.dataset.flip, sheet.flips);
}

function draw(name, nodes) {
  const slot = document.querySelector(`[data-slot="${name}"]`);
  if (slot) children(slot, nodes);
}

function fill(slots, key, texts) {
  const known = new Map(texts);
  for (const slot of document.querySelectorAll(slots)) {
    const text = known.get(key(slot)) ?? "";
    if (slot.textContent !== text) slot.textContent = text;
  }
}

/** Makes an element's children those of the tree. What is the same stays, so that the focus and what is opened stay too. */
function children(parent, nodes) {
  nodes.forEach((node, place) => {
    const old = parent.childNodes[place];
    const fresh = adapted(old, node);
    if (fresh === old) return;
    if (old) old.replaceWith(fresh);
    else parent.append(fresh);
  });
  while (parent.childNodes.length > nodes.length) parent.lastChild.remove();
}

function adapted(old, node) {
  if (typeof node === "string") {
    if (old?.nodeType !== Node.TEXT_NODE) return document.createTextNode(node);
    if (old.data !== node) old.data = node;
    return old;
  }
  const [tag, attributes, inner] = node;
  const element = old?.localName === tag ? old : document.createElement(tag);
  for (const name of element.getAttributeNames()) {
    if (!(name in attributes) && name !== "open") element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  children(element, inner);
  return element;
}

addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-copy], [data-print]");
  if (!button) return;
  if ("print" in button.dataset) return print();
  const text = button.closest("section, details, div")?.querySelector("[data-text]")?.textContent ?? "";
  navigator.clipboard.writeText(text).then(
    () => (region.textContent = button.dataset.copy),
    () => getSelection().selectAllChildren(button.closest("section, details, div").querySelector("[data-text]")),
  );
});
