/** The part of a file that a `Range` header asks for. */
export type ByteRange = { from: number; to: number } | "whole" | "unsatisfiable";

/** Of one range; several at once, and what is no range of bytes, get the whole file, as the standard allows. `to` is inclusive. */
export function byteRange(header: string | null, size: number): ByteRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (match === null) return "whole";
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size) return "unsatisfiable";
  return to < from ? "whole" : { from, to };
}
