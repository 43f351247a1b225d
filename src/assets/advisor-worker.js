// Thinks about the planner's questions beside the page, so that nothing waits for it.
//
// Only the newest question is answered: what came before it is about a board that is no more. No answer is an answer too: `null`.

import init, { advise, learn, learnOwn } from "./advisor.js";
import { calls } from "./extras.js";

let program;
let question;
let knowsAll = false;
let knowsOwn = 0;

onmessage = ({ data }) => {
  const waits = question !== undefined;
  question = data;
  if (!waits) setTimeout(answer);
};

async function answer() {
  program ??= init({ module_or_path: new URL("advisor_bg.wasm", import.meta.url) });
  const failed = await program.then(() => false, () => true);
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

/** The calls that the question is about. While they are loaded another question may come, and be about others. */
async function ready() {
  const needsAll = () => !knowsAll && (question[3] || question[4].all || question[4].beside || question[4].plan);
  // What cannot be had now may be had the next time.
  while (needsAll()) knowsAll = await calls().then(learn, () => undefined) ?? true;
  for (const bytes of question[5].slice(knowsOwn)) learnOwn(bytes);
  knowsOwn = question[5].length;
}
