// What a first visit does not need: other calls, the visitor's own, the API for other programs, and the way to the whole page.

const here = (name) => new URL(name, import.meta.url);

/** What is asked for once; what failed is tried again the next time. */
function once(load) {
  let loaded;
  return () =>
    (loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    }));
}

/** The bytes of all calls that come with the page. */
export const calls = once(async () => {
  const response = await fetch(here("calls.pack"));
  if (!response.ok) throw new Error(`calls.pack: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
});

const tools = once(async () => {
  const bindings = await import("./tools.js");
  await bindings.default({ module_or_path: here("tools_bg.wasm") });
  return bindings;
});

/** The visitor's own calls that were read here, as bytes: the advisor needs them too. */
export const own = [];

/** The visitor's own call: its bytes, or in words why it is none. */
export async function ownCall(text, language) {
  const { readCall } = await tools();
  try {
    const bytes = readCall(text, language);
    own.push(bytes);
    return bytes;
  } catch (error) {
    if (typeof error === "string") return error;
    throw error;
  }
}

/** The API, with all calls. From then on it is `wasmBindings` itself. */
export const api = once(async () => {
  const bindings = await tools();
  bindings.learn(await calls());
  Object.defineProperty(globalThis, "wasmBindings", { value: bindings });
  return bindings;
});

/** Puts the whole page in place of the first one, with what is handed over. The first one stays where it cannot be had. */
export async function whole({ js, wasm }, first, handed) {
  const response = await fetch(here(wasm));
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  const [bindings, module] = await Promise.all([import(here(js).href), WebAssembly.compile(await response.arrayBuffer())]);
  globalThis.alliansHanded = handed;
  first.leave();
  await bindings.default({ module_or_path: module });
}
