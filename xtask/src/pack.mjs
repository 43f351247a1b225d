// Writes `.br` and `.gz` beside each file that is named to it and gets smaller by it.

import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Brotli of quality 11, the most that hosts offer. */
const brotli = (bytes) => ({ [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length });
const WAYS = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: brotli(bytes) }),
  gz: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

async function pack(file) {
  const bytes = await readFile(file);
  for (const [ending, way] of Object.entries(WAYS)) {
    const packed = await way(bytes);
    if (packed.length < bytes.length) await writeFile(`${file}.${ending}`, packed);
  }
}

await Promise.all(process.argv.slice(2).map(pack));
