import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Of, wholeChecksum } from "./checksum";
import { ChunkBuffer } from "./client/chunk-buffer";
import { mediaTypeOf } from "./media-type.server";
import { chunkProblem, chunksOfRange, cleanName, isShownInPlace, UPLOAD_RULES } from "./upload";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("chunks", () => {
  it("cover exactly the range that is asked for", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 50 }), fc.nat(), fc.nat(), (whole, chunkBytes, one, other) => {
        const [from, to] = [one % whole.length, other % whole.length].sort((a, b) => a - b) as [number, number];
        const parts = chunksOfRange(chunkBytes, from, to).map((part) => {
          const chunk = whole.slice(part.position * chunkBytes, (part.position + 1) * chunkBytes);
          expect(part.from).toBeLessThanOrEqual(part.to);
          expect(part.to).toBeLessThan(chunk.length);
          return chunk.slice(part.from, part.to + 1);
        });
        expect(Buffer.concat(parts)).toEqual(Buffer.from(whole.slice(from, to + 1)));
      }),
    );
  });

  it("are cut of one size, whatever the pieces that the bytes came in", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), fc.integer({ min: 1, max: 17 }), (pieces, chunkBytes) => {
        const buffer = new ChunkBuffer(chunkBytes);
        const chunks = pieces.flatMap((piece) => buffer.add(piece));
        expect(chunks.every((chunk) => chunk.length === chunkBytes)).toBe(true);
        expect(buffer.rest().length).toBeLessThan(chunkBytes);
        expect(Buffer.concat([...chunks, buffer.rest()])).toEqual(Buffer.concat(pieces));
      }),
    );
  });

  it("must not be empty, longer than agreed, or past the limit of the whole", () => {
    const rule = { maxBytes: 100, chunkBytes: 40 };
    expect([chunkProblem(rule, 0, 0), chunkProblem(rule, 0, 41), chunkProblem(rule, 2, 21), chunkProblem(rule, 2, 20), chunkProblem(rule, 999_999, 1)]).toEqual(["empty", "too-long", "too-large", null, "too-large"]);
  });

  it("stay below what one request may carry", () => {
    for (const rule of Object.values(UPLOAD_RULES)) expect(rule.chunkBytes).toBeLessThanOrEqual(1024 * 1024);
  });
});

describe("checksums", () => {
  it("are SHA-256, and of the whole SHA-256 over those of the chunks", async () => {
    const chunks = [Buffer.from("recorded"), Buffer.from("in a triad")];
    expect(await Promise.all(chunks.map(sha256Of))).toEqual(chunks.map(sha256));
    const joined = Buffer.concat(chunks.map((chunk) => createHash("sha256").update(chunk).digest()));
    expect(await wholeChecksum(chunks.map(sha256))).toBe(sha256(joined));
  });

  it("of the whole tells order and absence", async () => {
    const [a, b] = [sha256(Buffer.from("a")), sha256(Buffer.from("b"))];
    const all = await Promise.all([[a, b], [b, a], [a], [a, b, b]].map(wholeChecksum));
    expect(new Set(all).size).toBe(4);
  });
});

describe("the type of a file", () => {
  it("is what its bytes say", async () => {
    const webm = Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701", "hex");
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154", "hex");
    expect(await mediaTypeOf(webm)).toBe("video/webm");
    const tracks = (...codecs: string[]) => Buffer.concat([webm, ...codecs.map((codec) => Buffer.concat([Buffer.from([0x86, 0x80 + codec.length]), Buffer.from(codec)]))]);
    expect([await mediaTypeOf(tracks("A_OPUS")), await mediaTypeOf(tracks("V_VP8", "A_OPUS")), await mediaTypeOf(tracks("V_VP9"))]).toEqual(["audio/webm", "video/webm", "video/webm"]);
    expect(await mediaTypeOf(png)).toBe("image/png");
    expect(await mediaTypeOf(Buffer.from("%PDF-1.7\n"))).toBe("application/pdf");
  });

  it("is text only where it is text, also when the chunk ends within a character", async () => {
    expect(await mediaTypeOf(Buffer.from("拜访记录：\n第一次\t"))).toBe("text/plain");
    expect(await mediaTypeOf(Buffer.from("拜访").subarray(0, 5))).toBe("text/plain");
    expect(await mediaTypeOf(Buffer.from([0x00, 0x01, 0x02, 0x41]))).toBeNull();
    expect(await mediaTypeOf(Buffer.from([0xff, 0xfe, 0xfa, 0x80]))).not.toBe("text/plain");
  });

  it("decides whether a page shows it in place", () => {
    expect(["video/webm", "application/pdf", "image/png"].every(isShownInPlace)).toBe(true);
    expect(["text/plain", "image/svg+xml", "text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"].some(isShownInPlace)).toBe(false);
  });
});

it("a name is kept without path, control characters and marks of direction", () => {
  expect(cleanName("C:\\Users\\lin\\录音.webm")).toBe("录音.webm");
  expect(cleanName("../../etc/passwd")).toBe("passwd");
  expect(cleanName("a\u0000\u202egnp.exe")).toBe("agnp.exe");
  expect(cleanName(" / ")).toBe("file");
  expect(cleanName("名".repeat(300))).toHaveLength(200);
});
