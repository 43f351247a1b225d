// Draws the planner's answers, which a worker finds, into the places that the page has for them.
//
// Loaded after the page, with a style sheet of its own. What the buttons mean the page knows; only copying and printing are here.

import { own } from "./extras.js";

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("advice.css", import.meta.url).href;
document.head.append(style);

const region = document.createElement("div");
region.className = "sr";
region.setAttribute("role", "status");
region.dataset.adviceSaid = "";
document.body.append(region);

/** The page says what happened after half a second; what follows from it is said after that, in milliseconds. */
const SAID_AFTER = 1200;
const NOTHING = { ghosts: [], panels: [], badges: [], flips: [], said: "" };

let asked = 0;
let sheet = NOTHING;
let worker;
let speaking;

/** What was asked last: the plan as JSON text, the language, whether it is for a call beside the page. */
let last;
/** What else is asked: whether all calls are compared, and which call or plan stands beside this one. */
const further = { all: false, beside: null, plan: null };

/** Asks about a plan. The answer to an older question is dropped. */
export function ask(...plan) {
  last = plan;
  asked += 1;
  worker ??= hire();
  worker.postMessage([asked, ...plan, further, own]);
}

const askAgain = () => last && ask(...last);

function hire() {
  const hired = new Worker(new URL("advisor-worker.js", import.meta.url), { type: "module" });
  hired.addEventListener("message", ({ data: [number, found] }) => {
    if (number === asked) answered(found === null ? NOTHING : JSON.parse(found));
    if (found === null) dismiss(hired);
  });
  hired.addEventListener("error", (event) => {
    event.preventDefault();
    answered(NOTHING);
    dismiss(hired);
  });
  return hired;
}

/** The next question gets a new one. Advice on a board that is no more must not stay. */
function dismiss(hired) {
  hired.terminate();
  if (worker === hired) worker = undefined;
}

function answered(found) {
  const before = sheet.said;
  sheet = found;
  show();
  clearTimeout(speaking);
  // Nobody has asked for anything yet when a kept plan is opened.
  const news = sheet.said !== before && navigator.userActivation?.hasBeenActive !== false;
  if (news) speaking = setTimeout(() => (region.textContent = sheet.said), SAID_AFTER);
  document.documentElement.dataset.advice = String(asked);
}

/** Where the board stands above the pool, missing seats stand with the rest of advice: so the pool stays where it is. */
const narrow = matchMedia("(max-width: 1160px)");
narrow.addEventListener("change", show);
/** Cards and rows come and go with the page; what advice says of them has to follow, but not before the page is drawn. */
let later;
function follow() {
  later ??= setTimeout(() => {
    later = undefined;
    fillAll();
  }, 50);
}
new MutationObserver(follow).observe(document.querySelector("[data-board]"), { childList: true, subtree: true });

function show() {
  const seats = ["ul", { class: "ghosts", role: "list", "data-zone": "consortium" }, sheet.ghosts];
  const moved = narrow.matches && sheet.ghosts.length > 0;
  draw("ghosts", moved ? [] : sheet.ghosts);
  draw("panels", moved ? [seats, ...sheet.panels] : sheet.panels);
  fillAll();
}

function fillAll() {
  fill("[data-badge]", (slot) => slot.closest("[data-organisation]")?.dataset.organisation, sheet.badges);
  fill("[data-flip]", (slot) => slot.dataset.flip, sheet.flips);
}

function draw(name, nodes) {
  const slot = document.querySelector(`[data-slot="${name}"]`);
  if (!slot) return;
  const focused = slot.contains(document.activeElement);
  children(slot, nodes);
  // What had the focus went: the board's heading is near it.
  if (focused && !slot.contains(document.activeElement)) document.querySelector("[data-heading=consortium]")?.focus();
}

function fill(slots, key, texts) {
  const known = new Map(texts);
  for (const slot of document.querySelectorAll(slots)) {
    const text = known.get(key(slot)) ?? "";
    if (slot.textContent !== text) slot.textContent = text;
  }
}

/** What an element is known by among its neighbours: boxes by their class or their title; all else by its place. */
const keys = new WeakMap();
function keyOf([tag, attributes, inner]) {
  if (tag === "details") return `details ${inner[0][2].join("")}`;
  // An opened row stays with its call when the order changes.
  if (attributes["data-row"]) return `row ${attributes["data-row"]}`;
  return /^(note |ghosts$)/.test(attributes.class) ? attributes.class : undefined;
}
const keyOfNode = (node) => (typeof node === "string" ? undefined : keyOf(node));

/** Makes an element's children those of the tree. What is the same stays, so that the focus and what is opened stay too. */
function children(parent, nodes) {
  const wanted = new Set(nodes.map(keyOfNode));
  const known = new Map();
  for (const child of [...parent.childNodes]) {
    const key = keys.get(child);
    if (key !== undefined && !wanted.has(key)) child.remove();
    else known.set(key, child);
  }
  nodes.forEach((node, place) => {
    const [here, key] = [parent.childNodes[place], keyOfNode(node)];
    const old = key === undefined ? (here && keys.get(here) === undefined ? here : undefined) : known.get(key);
    const fresh = adapted(old, node);
    keys.set(fresh, key);
    if (fresh !== here) parent.insertBefore(fresh, here ?? null);
    if (old && old !== fresh) old.remove();
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

/** While a card is dragged, the seat under the pointer is marked. */
addEventListener("pointermove", ({ clientX, clientY }) => {
  const dragging = sheet.ghosts.length > 0 && document.querySelector("[data-preview]");
  const under = dragging ? document.elementFromPoint(clientX, clientY)?.closest(".ghost") : null;
  for (const marked of document.querySelectorAll(".ghost[data-under]")) if (marked !== under) delete marked.dataset.under;
  if (under) under.dataset.under = "";
});
addEventListener("pointerup", () => document.querySelectorAll(".ghost[data-under]").forEach((seat) => delete seat.dataset.under));

/** The comparison of all calls is worked out once somebody opens it, and from then on. */
addEventListener(
  "toggle",
  ({ target }) => {
    if (!target.matches?.("details[data-compare]") || further.all === target.open) return;
    further.all = target.open;
    if (target.open) askAgain();
  },
  true,
);

addEventListener("change", async ({ target }) => {
  const file = target.matches?.("input[data-other-plan]") && target.files[0];
  if (!file) return;
  further.plan = await file.text().catch(() => null);
  target.value = "";
  askAgain();
});

addEventListener("click", ({ target }) => {
  const button = target.closest?.("button[data-copy], button[data-print], button[data-beside]");
  if (!button) return;
  if ("beside" in button.dataset) {
    Object.assign(further, { beside: button.dataset.beside, plan: null });
    askAgain();
  } else if ("print" in button.dataset) printSheet();
  else copy(button, button.parentElement.parentElement.querySelector("[data-text]"));
});

function printSheet() {
  document.documentElement.dataset.printing = "";
  print();
  delete document.documentElement.dataset.printing;
}

async function copy(button, sheet) {
  if (!sheet) return;
  try {
    await navigator.clipboard.writeText(sheet.innerText);
    say(button.dataset.copy);
    button.dataset.done = "";
    setTimeout(() => delete button.dataset.done, 2000);
  } catch {
    // Not allowed, or not there over plain http: the visitor copies by hand.
    getSelection().selectAllChildren(sheet);
    sheet.scrollIntoView({ block: "nearest" });
    say(button.dataset.marked);
  }
}

/** Also what was said just before: the same words with a space that is not heard. */
function say(text) {
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
