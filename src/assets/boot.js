// Starts the program, and is what still works when the program cannot start or has crashed.
//
// An external file, because the page's Content-Security-Policy forbids inline scripts. Trunk writes the hashed names
// of the glue and the wasm into the attributes of its script tag (see `pattern_script` in Trunk.toml).

const BOOTING = "allians:booting";
const PLAN = "allians:plan";
const DAMAGED = "allians:plan-damaged";
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
  attempt(() => {
    const plan = localStorage.getItem(PLAN);
    if (plan === null) return;
    // Out first: there may be no room for two.
    localStorage.removeItem(PLAN);
    localStorage.setItem(DAMAGED, plan);
  });
  reload();
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

const here = (name) => new URL(name, document.baseURI);

/** Advice is loaded when it is first asked for. Where it cannot be had, the page is the same without. */
let loading;
const advice = () =>
  (loading ??= import(here("advice.js").href).catch((error) => {
    loading = undefined;
    throw error;
  }));
globalThis.alliansAdvise = (...plan) => advice().then(({ ask }) => ask(...plan)).catch(console.warn);

/** What a first visit does not need: other calls, the visitor's own, the API for other programs. */
const extras = () => import(here("extras.js").href);
globalThis.alliansCalls = async () => (await extras()).calls();
globalThis.alliansOwnCall = async (text, language) => (await extras()).ownCall(text, language);
/** `await wasmBindings`, and from then on at once. */
Object.defineProperty(globalThis, "wasmBindings", { configurable: true, get: async () => (await extras()).api() });

/** The call of the page that a first visit loads. Every other is known to the whole page, which is loaded for it. */
const FIRST = "erasmus-knowledge-alliances";
const WHOLE = { js: "whole.js", wasm: "whole_bg.wasm" };

let program;
globalThis.alliansWhole = async (handed) => (await extras()).whole(WHOLE, program, handed);

/** Whether the address or the plan asks for another call than the first, or the visitor has one of their own. */
function asksForAnother() {
  const asked = new URLSearchParams(location.search).get("call");
  const kept = attempt(() => localStorage.getItem(PLAN)) ?? "";
  if (attempt(() => localStorage.getItem("allians:own-calls"))) return true;
  return (asked ?? /"call": "([^"]*)"/.exec(kept)?.[1] ?? FIRST) !== FIRST;
}

async function start() {
  const first = document.querySelector("script[data-js][data-wasm]").dataset;
  if (asksForAnother()) {
    try {
      return await run(WHOLE);
    } catch (error) {
      if (trapped(error)) throw error;
      // Without a network on a first visit: the plan is shown all the same.
      console.warn(error);
    }
  }
  await run(first);
}

async function run({ js, wasm }) {
  const bindings = await import(here(js).href);
  const exports = await bindings.default({ module_or_path: here(wasm) });
  program = bindings;
  // As Trunk's own loader does.
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm: exports } }));
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
