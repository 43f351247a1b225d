// Thinks about the planner's questions beside the page, so that nothing waits for it.
//
// Only the newest question is answered: what came before it is about a board that is no more. No answer is an answer too: `null`.

import init, { advise, learn, listed, readCall } from "./advisor.js";

const here = (name) => new URL(name, import.meta.url);

let program;
let question;

const start = () => (program ??= init({ module_or_path: here("advisor_bg.wasm") }));

onmessage = ({ data }) => {
  if (!Array.isArray(data)) return readFile(data);
  const waits = question !== undefined;
  question = data;
  if (!waits) setTimeout(answer);
};

/** Calls that are loaded, by their ids. One that cannot be had now may be had the next time. */
const known = new Map();
function load(id) {
  if (!known.has(id)) known.set(id, fetchCall(id).catch(() => known.delete(id)));
  return known.get(id);
}

async function fetchCall(id) {
  const response = await fetch(here(`calls/${id}.pack`));
  if (!response.ok) throw new Error(id);
  learn(new Uint8Array(await response.arrayBuffer()));
}

async function answer() {
  const failed = await start().then(() => false, () => true);
  if (!failed) await ready();
  const [number, plan, language, , further] = question;
  question = undefined;
  if (failed) {
    program = undefined;
    return postMessage([number, null]);
  }
  try {
    postMessage([number, advise(plan, language, further.all, further.beside ?? undefined, further.plan ?? undefined) ?? null]);
  } catch {
    // A program that has ended itself is of no more use; the page starts another worker.
    postMessage([number, null]);
    close();
  }
}

/** The calls that the question is about. Another question may come while they are loaded, and be about others. */
async function ready() {
  let asked;
  do {
    asked = question;
    const [, , , call, { all, beside }] = asked;
    const wanted = all ? listed() : [call, beside?.split("/")[0]];
    await Promise.all(wanted.filter(Boolean).map(load));
  } while (asked !== question);
}

async function readFile({ file, text, language }) {
  try {
    await start();
    postMessage({ file, found: readCall(text, language) });
  } catch (error) {
    if (typeof error === "string") return postMessage({ file, found: error });
    throw error;
  }
}
