import { Transform } from "node:stream";

/**
 * Takes the bytes 0 out of a page on its way to the browser.
 *
 * React 18 writes pages through views of 2 KB, and sends a view whole even where a Chinese character did not fit into its
 * last one or two bytes. HTML has no use for the byte 0, and UTF-8 has it in no other character, so every one is React's.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
