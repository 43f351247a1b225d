// Thinks about the planner's questions beside the page, so that nothing waits for it.
//
// Only the newest question is answered: what came before it is about a board that is no more. No answer is an answer too: `null`.

import init, { advise } from "./advisor.js";

let program;
let question;

onmessage = ({ data }) => {
  const waits = question !== undefined;
  question = data;
  if (!waits) setTimeout(answer);
};

async function answer() {
  program ??= init({ module_or_path: new URL("advisor_bg.wasm", import.meta.url) });
  const failed = await program.then(() => false, () => true);
  const [number, plan, language] = question;
  question = undefined;
  if (failed) {
    program = undefined;
    return postMessage([number, null]);
  }
  try {
    postMessage([number, advise(plan, language) ?? null]);
  } catch {
    // A program that has ended itself is of no more use; the page starts another worker.
    postMessage([number, null]);
    close();
  }
}
