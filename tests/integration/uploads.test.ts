// Uploads: chunks with checksums, types by content, limits, ranges, the end of their time.
import { createHash, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "~/db/index.server";
import { UPLOAD_RULES, wholeChecksum } from "~/platform/uploads";
import { beginUpload, deleteDueUploads, deleteUpload, finishUpload, openUpload, putChunk, storeUpload, uploadResponse, uploadsOf, uploadStatus, type UploadPlan } from "~/platform/uploads/index.server";
import { makePeople, type TestPeople } from "../factories/people";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const NOW = new Date("2026-12-01T08:00:00Z");
const DAY = 86_400_000;
const CHUNK = UPLOAD_RULES["role-play-recording"].chunkBytes;
/** The beginning of a WebM file: EBML header with its document type, begin of a segment. */
const WEBM = Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff", "hex");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let people: TestPeople;
let owner: { id: string };
let subjects = 0;
beforeAll(async () => {
  people = await makePeople(t.db);
  owner = await people.person();
});

const plan = (more: Partial<UploadPlan> = {}): UploadPlan => ({ kind: "role-play-recording", subjectId: `round-${(subjects += 1)}`, ownerId: owner.id, name: "round.webm", declaredBytes: null, now: NOW, ...more });
const begin = async (more: Partial<UploadPlan> = {}) => {
  const begun = await inTransaction(t.db, "begin", (trx) => beginUpload(trx, plan(more)));
  if (!begun.ok) throw new Error(begun.error.code);
  return begun.value;
};
const put = (uploadId: string, position: number, bytes: Uint8Array, more: { sha256?: string; ownerId?: string } = {}) =>
  inTransaction(t.db, "put", (trx) => putChunk(trx, { uploadId, ownerId: owner.id, position, bytes, sha256: sha256(bytes), now: NOW, ...more }));
const finish = async (uploadId: string, chunks: Uint8Array[], more: { checksum?: string; size?: number } = {}) => {
  const checksum = more.checksum ?? (await wholeChecksum(chunks.map(sha256)));
  const size = more.size ?? chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return inTransaction(t.db, "finish", (trx) => finishUpload(trx, { uploadId, ownerId: owner.id, size, checksum, now: NOW }));
};
const recording = (tail: number) => [Buffer.concat([WEBM, randomBytes(CHUNK - WEBM.length)]), randomBytes(CHUNK), randomBytes(tail)];
const read = async (response: Response) => Buffer.from(await response.arrayBuffer());
const get = (headers: Record<string, string> = {}, method = "GET") => new Request("http://roadbook.test/uploads/x", { headers, method });

/** A complete recording of three chunks. */
async function complete(tail = 1000) {
  const { uploadId } = await begin();
  const chunks = recording(tail);
  for (const [at, chunk] of chunks.entries()) expect(await put(uploadId, at, chunk)).toMatchObject({ ok: true });
  expect(await finish(uploadId, chunks)).toMatchObject({ ok: true });
  return { uploadId, whole: Buffer.concat(chunks) };
}

describe("sending", () => {
  test("chunks may come out of order and again; the whole is what was sent", async () => {
    const { uploadId } = await begin();
    const chunks = recording(77);
    for (const at of [2, 0, 1, 0]) expect(await put(uploadId, at, chunks[at]!)).toMatchObject({ ok: true });
    expect((await uploadStatus(t.db, { uploadId, ownerId: owner.id }))?.received).toEqual(chunks.map((chunk, position) => ({ position, sha256: sha256(chunk) })));
    expect(await finish(uploadId, chunks)).toMatchObject({ ok: true, value: { mediaType: "video/webm", size: 2 * CHUNK + 77 } });
    expect(await finish(uploadId, chunks)).toMatchObject({ ok: true });
    expect(await put(uploadId, 1, chunks[1]!)).toMatchObject({ ok: true });
    const upload = await openUpload(t.db, uploadId);
    expect((await read(uploadResponse(upload!, get()))).equals(Buffer.concat(chunks))).toBe(true);
  });

  test("what arrived damaged, too long, or where other bytes are, is refused", async () => {
    const { uploadId } = await begin();
    const [first] = recording(1);
    expect(await put(uploadId, 0, first!, { sha256: sha256(Buffer.from("other")) })).toMatchObject({ error: { code: "damaged" } });
    expect(await put(uploadId, 1, randomBytes(CHUNK + 1))).toMatchObject({ error: { code: "too-long" } });
    expect(await put(uploadId, 1, Buffer.alloc(0))).toMatchObject({ error: { code: "empty" } });
    expect(await put(uploadId, Math.ceil(UPLOAD_RULES["role-play-recording"].maxBytes / CHUNK), randomBytes(10))).toMatchObject({ error: { code: "too-large" } });
    await put(uploadId, 0, first!);
    expect(await put(uploadId, 0, Buffer.concat([WEBM, randomBytes(5)]))).toMatchObject({ error: { code: "other-bytes" } });
  });

  test("the type is what the content says, not the name", async () => {
    const { uploadId } = await begin({ name: "round.webm" });
    expect(await put(uploadId, 0, Buffer.from("<html><script>alert(1)</script>"))).toMatchObject({ error: { code: "type-not-allowed", mediaType: "text/plain" } });
    expect(await put(uploadId, 0, Buffer.from("%PDF-1.7\n"))).toMatchObject({ error: { code: "type-not-allowed", mediaType: "application/pdf" } });
    const file = await inTransaction(t.db, "store", (trx) => storeUpload(trx, { ...plan({ kind: "homework-file", name: "a/计划.pdf" }), bytes: Buffer.from("%PDF-1.7\n") }));
    expect(file).toMatchObject({ ok: true, value: { mediaType: "application/pdf", size: 9 } });
  });

  test("an end with a chunk missing, a chunk too short or another checksum closes nothing", async () => {
    const { uploadId } = await begin();
    const chunks = recording(50);
    await put(uploadId, 0, chunks[0]!);
    await put(uploadId, 2, chunks[2]!);
    expect(await finish(uploadId, chunks)).toMatchObject({ error: { code: "missing-chunks", positions: [1] } });
    await put(uploadId, 1, chunks[1]!.subarray(0, 9));
    expect(await finish(uploadId, chunks)).toMatchObject({ error: { code: "damaged" } });
    const other = await begin();
    for (const [at, chunk] of chunks.entries()) await put(other.uploadId, at, chunk);
    expect(await finish(other.uploadId, chunks, { checksum: sha256(Buffer.from("x")) })).toMatchObject({ error: { code: "damaged" } });
    expect(await finish(other.uploadId, chunks, { size: 2 * CHUNK + 49 })).toMatchObject({ error: { code: "damaged" } });
    expect(await openUpload(t.db, other.uploadId)).toBeUndefined();
    expect(await finish(other.uploadId, chunks)).toMatchObject({ ok: true });
  });

  test("a stranger's upload is not there, not even its status", async () => {
    const stranger = await people.person();
    const { uploadId } = await begin();
    expect(await put(uploadId, 0, recording(1)[0]!, { ownerId: stranger.id })).toMatchObject({ error: { code: "unknown-upload" } });
    expect(await uploadStatus(t.db, { uploadId, ownerId: stranger.id })).toBeUndefined();
    expect(await inTransaction(t.db, "finish", (trx) => finishUpload(trx, { uploadId, ownerId: stranger.id, size: 1, checksum: "0".repeat(64), now: NOW }))).toMatchObject({ error: { code: "unknown-upload" } });
  });

  test("a file chosen again goes on where it stopped; a recording begins anew; there is an end to both", async () => {
    const subjectId = "submission-1";
    const file = { kind: "homework-file", subjectId, name: "计划.pdf", declaredBytes: 5_000_000 } as const;
    const first = await begin(file);
    await put(first.uploadId, 1, randomBytes(100));
    expect(await begin(file)).toMatchObject({ uploadId: first.uploadId, received: [{ position: 1 }] });
    expect((await begin({ ...file, declaredBytes: 5_000_001 })).uploadId).not.toBe(first.uploadId);
    expect(await inTransaction(t.db, "begin", (trx) => beginUpload(trx, plan({ ...file, declaredBytes: 101 * 1024 * 1024 })))).toMatchObject({ error: { code: "too-large" } });

    const ids = new Set<string>();
    for (let at = 0; at < UPLOAD_RULES["role-play-recording"].perSubject; at += 1) ids.add((await begin({ subjectId: "round-x" })).uploadId);
    expect(ids.size).toBe(UPLOAD_RULES["role-play-recording"].perSubject);
    expect(await inTransaction(t.db, "begin", (trx) => beginUpload(trx, plan({ subjectId: "round-x" })))).toMatchObject({ error: { code: "too-many" } });
  });
});

describe("reading", () => {
  test("any part can be asked for, across chunks, from the end, and past it", async () => {
    const { uploadId, whole } = await complete();
    const upload = (await openUpload(t.db, uploadId))!;
    for (const [range, from, to] of [[`bytes=${CHUNK - 3}-${2 * CHUNK + 4}`, CHUNK - 3, 2 * CHUNK + 4], ["bytes=-500", whole.length - 500, whole.length - 1], [`bytes=${CHUNK}-`, CHUNK, whole.length - 1], ["bytes=0-0", 0, 0]] as const) {
      const response = uploadResponse(upload, get({ Range: range }));
      expect([response.status, response.headers.get("Content-Range")]).toEqual([206, `bytes ${from}-${to}/${whole.length}`]);
      expect((await read(response)).equals(whole.subarray(from, to + 1))).toBe(true);
    }
    const past = uploadResponse(upload, get({ Range: `bytes=${whole.length}-` }));
    expect([past.status, past.headers.get("Content-Range")]).toEqual([416, `bytes */${whole.length}`]);
    const head = uploadResponse(upload, get({}, "HEAD"));
    expect([head.headers.get("Content-Length"), head.headers.get("Content-Type"), head.headers.get("X-Content-Type-Options"), await head.text()]).toEqual([String(whole.length), "video/webm", "nosniff", ""]);
    expect(uploadResponse(upload, get({ "If-None-Match": head.headers.get("ETag") ?? "" })).status).toBe(304);
  });

  test("what no page shows is offered to be saved under its own name", async () => {
    const stored = await inTransaction(t.db, "store", (trx) => storeUpload(trx, { ...plan({ kind: "homework-file", name: "拜访 记录.txt" }), bytes: Buffer.from("拜访记录") }));
    const upload = await openUpload(t.db, stored.ok ? stored.value.uploadId : "");
    const response = uploadResponse(upload!, get());
    expect(response.headers.get("Content-Disposition")).toBe(`attachment; filename*=UTF-8''${encodeURIComponent("拜访 记录.txt")}`);
    expect(await response.text()).toBe("拜访记录");
  });
});

describe("the end of their time", () => {
  test("bytes go when the period is over, and unfinished ones after a week; that there was one stays known", async () => {
    const { uploadId } = await complete();
    const { uploadId: unfinished } = await begin();
    await put(unfinished, 1, randomBytes(10));
    const kept = UPLOAD_RULES["role-play-recording"].retentionDays;
    const subject = (await openUpload(t.db, uploadId))!.subjectId;
    const sweep = (days: number) => inTransaction(t.db, "sweep", (trx) => deleteDueUploads(trx, { now: new Date(NOW.getTime() + days * DAY), limit: 100 }));
    await sweep(8);
    expect(await uploadStatus(t.db, { uploadId: unfinished, ownerId: owner.id })).toMatchObject({ state: "deleted", received: [] });
    await sweep(kept - 1);
    expect(await openUpload(t.db, uploadId)).toBeDefined();
    expect(await sweep(kept)).toBeGreaterThan(0);
    expect(await openUpload(t.db, uploadId)).toBeUndefined();
    expect((await t.sql`select count(*)::int as n from upload_chunk where upload_id = ${uploadId}`)[0]).toEqual({ n: 0 });
    expect(await uploadsOf(t.db, "role-play-recording", [subject])).toMatchObject([{ id: uploadId, deletedAt: new Date(NOW.getTime() + kept * DAY) }]);
    expect(await put(uploadId, 0, recording(1)[0]!)).toMatchObject({ error: { code: "closed" } });
    expect(await sweep(kept)).toBe(0);
  });

  test("a withdrawn one is gone at once, and only once", async () => {
    const { uploadId } = await complete();
    const withdraw = () => inTransaction(t.db, "delete", (trx) => deleteUpload(trx, { uploadId, because: "withdrawn", now: NOW }));
    expect([await withdraw(), await withdraw()]).toEqual([true, false]);
    expect(await openUpload(t.db, uploadId)).toBeUndefined();
  });
});

test("two that send the same chunk at once leave one", async () => {
  const { uploadId } = await begin();
  const [first] = recording(1);
  const both = await Promise.all([put(uploadId, 0, first!), put(uploadId, 0, first!)]);
  expect(both.every((result) => result.ok)).toBe(true);
  const row = await t.db.selectFrom("upload").select("received_bytes").where("id", "=", uploadId).executeTakeFirstOrThrow();
  expect(row.received_bytes).toBe(CHUNK);
});
