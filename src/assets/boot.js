// Starts the program, and is what still works when the program cannot start or has crashed.
//
// An external file, because the page's Content-Security-Policy forbids inline scripts. The names of the other files stand in the
// attributes of its script tag.

const BOOTING = "allians:booting";
const PLAN = "allians:plan";
const LANGUAGE = "allians:language";
/** Plans that were put aside: with one digit after it as long as the key of the plan, so that it can be done without any room. */
const ASIDE = "allians:was";
const MOST_ASIDE = 99;
/** Starts in a row that never came to a first paint, after which the next one is not tried by itself. */
const MOST_STARTS = 2;

const crash = document.getElementById("crash");

const show = (element) => {
  if (element) element.hidden = false;
};

/** Storage can be blocked or full; without it the page still starts, only without its guard. */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

/** Whether the program has ended itself. */
const trapped = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

const clearGuard = () => attempt(() => sessionStorage.removeItem(BOOTING));

function reload() {
  clearGuard();
  location.reload();
}

/** Starts empty, but keeps the old plan under another name: it may be the plan that crashes, and it is not ours to lose. */
function reset() {
  const plan = attempt(() => localStorage.getItem(PLAN));
  if (plan !== null && !putAside(plan)) return;
  reload();
}

/** Whether the plan is under another name now. Where it cannot be, it stays where it was, and so does the crash. */
function putAside(plan) {
  for (let number = 1; number <= MOST_ASIDE; number++) {
    if (attempt(() => localStorage.getItem(ASIDE + number)) !== null) continue;
    try {
      // Out first: there may be no room for two.
      localStorage.removeItem(PLAN);
      localStorage.setItem(ASIDE + number, plan);
      return true;
    } catch {
      attempt(() => localStorage.setItem(PLAN, plan));
      return false;
    }
  }
  return false;
}

document.querySelector('[data-crash="reload"]')?.addEventListener("click", reload);
document.querySelector('[data-crash="reset"]')?.addEventListener("click", reset);
// Leaving before the first paint is not a crash.
addEventListener("pagehide", () => {
  if (!crash || crash.hidden) clearGuard();
});

// The program ends itself when something is wrong that cannot be; no code of its own runs after that, so it is seen here.
addEventListener("error", ({ error }) => {
  if (trapped(error)) show(crash);
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (trapped(reason)) show(crash);
});

const here = (name) => new URL(name, document.baseURI).href;
const script = document.querySelector("script[data-js][data-wasm]");
const files = script.dataset;

/** Where the texts of a language are: those of the page, or those of the answers. */
const textsAt = (of, language) => script.getAttribute(`data-${of}-${language}`);

const textsIn = (language) => Promise.all(["texts", "answers"].map((of) => bytesOf(here(textsAt(of, language)))));

async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The library for scripts: `await wasmBindings`, and from then on at once. It is loaded when it is first asked for. */
let library;
async function bindings() {
  // What only the page's worker uses is not part of what is offered.
  const { default: init, initSync, advise, readCall, takeTexts, ...offered } = await import(here(files.library));
  // Scripts are given texts in every language.
  const languages = ["sv", "fi", "en"];
  const [texts] = await Promise.all([Promise.all(languages.map(textsIn)), init()]);
  if (!languages.every((language, at) => takeTexts(language, ...texts[at]))) throw new Error("texts");
  Object.defineProperty(globalThis, "wasmBindings", { value: offered });
  return offered;
}
Object.defineProperty(globalThis, "wasmBindings", {
  configurable: true,
  get: () =>
    (library ??= bindings().catch((error) => {
      library = undefined;
      throw error;
    })),
});

/** The file of the texts that the page will ask for first: language.rs of the page asks in the same order. */
function firstTexts() {
  const asked = new URLSearchParams(location.search).get("lang");
  const kept = attempt(() => localStorage.getItem(LANGUAGE));
  const preferred = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  return [asked, kept, ...preferred, "sv"].map((language) => attempt(() => textsAt("texts", language))).find(Boolean);
}

/** They are on their way before the program is. */
function preloadTexts() {
  document.head.append(
    Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: here(firstTexts()) }),
  );
}

async function start() {
  preloadTexts();
  const program = await import(here(files.js));
  await program.default({ module_or_path: here(files.wasm) });
}

function explain(error) {
  console.error(error);
  if (trapped(error) || (crash && !crash.hidden)) {
    show(crash);
  } else {
    clearGuard();
    show(document.getElementById("boot-failed"));
  }
}

const starts = Number(attempt(() => sessionStorage.getItem(BOOTING))) || 0;
if (starts >= MOST_STARTS) {
  show(crash);
} else {
  // The program removes it after its first paint.
  attempt(() => sessionStorage.setItem(BOOTING, String(starts + 1)));
  start().catch(explain);
}
