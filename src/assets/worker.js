// Answers the page's questions beside it, so that nothing waits for them. A message is a number, what is asked, and its parts.
//
// Of the questions for advice only the newest is answered: what came before it is about a board that is no more.

import init, { advise, readCall } from "./allians.js";

const answers = { advise, readCall };
const program = init({ module_or_path: new URL("allians_bg.wasm", import.meta.url) });
const waiting = [];

onmessage = ({ data }) => {
  if (waiting.push(data) === 1) setTimeout(answer);
};

async function answer() {
  try {
    await program;
    const newest = waiting.findLast(([, what]) => what === "advise");
    for (const question of waiting.splice(0)) {
      const [number, what, ...parts] = question;
      postMessage(what === "advise" && question !== newest ? [number] : [number, answers[what](...parts) ?? ""]);
    }
  } catch {
    // A program that cannot be had, or has ended itself, answers nobody any more; the page starts another worker.
    postMessage([0, null]);
    close();
  }
}
