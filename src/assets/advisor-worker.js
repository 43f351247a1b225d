// Thinks about the planner's questions beside the page, so that nothing waits for it.
//
// Only the newest question is answered: what came before it is about a board that is no more.

import init, { advise } from "./advisor.js";

const program = init({ module_or_path: new URL("advisor_bg.wasm", import.meta.url) });
let question;

onmessage = ({ data }) => {
  const waits = question !== undefined;
  question = data;
  if (!waits) setTimeout(answer);
};

async function answer() {
  await program;
  const [number, plan, language] = question;
  question = undefined;
  postMessage([number, advise(plan, language)]);
}
