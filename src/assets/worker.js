// Answers the page's questions beside it, so that nothing waits for them. A message is a number, what is asked, and its parts: a text and
// the language of the answer come first. A worker answers in one language; for another the page starts another worker.
//
// Of the questions for advice only the newest is answered: what came before it is about a board that is no more.

import init, { advise, readCall, takeTexts } from "./allians.js";

/** The texts of the page, and those of answers and calls. */
const TEXTS = {
  sv: ["texts/sv.txt", "texts/answers-sv.txt"],
  fi: ["texts/fi.txt", "texts/answers-fi.txt"],
  en: ["texts/en.txt", "texts/answers-en.txt"],
};
const answers = { advise, readCall };
const program = init({ module_or_path: new URL("allians_bg.wasm", import.meta.url) });
const waiting = [];
let texts;

onmessage = ({ data }) => {
  // What the browser holds may be damaged: it is asked for a second time past every cache.
  texts ??= speak(data[3]).catch(() => speak(data[3], "reload"));
  if (waiting.push(data) === 1) setTimeout(answer);
};

async function speak(language, cache = "default") {
  const files = await Promise.all(TEXTS[language].map((name) => load(name, cache)));
  await program;
  if (!takeTexts(language, ...files)) throw new Error(language);
}

async function load(name, cache) {
  const response = await fetch(new URL(name, import.meta.url), { cache });
  if (!response.ok) throw new Error(name);
  return new Uint8Array(await response.arrayBuffer());
}

async function answer() {
  try {
    await texts;
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
