import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { loadDefinition, publishSheets, sheetKinds } from "~/sheets/index.server";
import { parseDefinition } from "~/sheets/read-definitions.server";
import { SAMPLE_FILE } from "~/sheets/sample-sheet";
import { contentHash } from "~/platform/content-hash.server";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const now = new Date("2026-11-28T08:00:00Z");
const roots: string[] = [];

/** A content folder with these sheets; chapter 3 teaches them in the order of `tools`. */
async function contentOf(sheets: Record<string, string>, tools = Object.keys(sheets)): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "sheets-"));
  roots.push(root);
  await mkdir(path.join(root, "sheets"), { recursive: true });
  await mkdir(path.join(root, "chapters/03-build-trust"), { recursive: true });
  await writeFile(path.join(root, "chapters/03-build-trust/chapter.yaml"), `tools: [${tools.join(", ")}]\n`);
  for (const [key, text] of Object.entries(sheets)) await writeFile(path.join(root, "sheets", `${key}.yaml`), text);
  return root;
}

const named = (key: string): string => SAMPLE_FILE.replace("key: sample-sheet", `key: ${key}`);
const hashOf = (text: string): string => contentHash(parseDefinition("x", text).value);
const publish = async (...of: Parameters<typeof contentOf>) => publishSheets(t.db, { root: await contentOf(...of), now });

beforeEach(async () => {
  await t.db.deleteFrom("sheet_kind").execute();
  await t.db.deleteFrom("content_source").where("name", "=", "sheets").execute();
});
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

describe("publishing tool sheets", () => {
  it("makes them available in the order of their chapter, by the hash of what they say", async () => {
    const report = await publish({ "sheet-a": named("sheet-a"), "sheet-b": named("sheet-b") }, ["sheet-b", "sheet-a"]);
    expect(report).toEqual({ published: ["sheet-a", "sheet-b"], retired: [], failed: [] });
    const kinds = await sheetKinds(t.db, "03-build-trust");
    expect(kinds.map(({ key, hash }) => [key, hash])).toEqual([
      ["sheet-b", hashOf(named("sheet-b"))],
      ["sheet-a", hashOf(named("sheet-a"))],
    ]);
    expect(kinds[0]?.definition).toEqual(parseDefinition("x", named("sheet-b")).value);
    expect(await sheetKinds(t.db, "04-stimulate-needs")).toEqual([]);
  });

  it("does nothing where nothing has changed, whatever the order of keys in the file", async () => {
    const root = await contentOf({ "sheet-a": named("sheet-a") });
    await publishSheets(t.db, { root, now });
    expect((await publishSheets(t.db, { root, now })).published).toEqual([]);
    const moved = named("sheet-a").replace("shape: rows\n", "").replace("picture:", "shape: rows\npicture:");
    expect((await publish({ "sheet-a": moved })).published).toEqual([]);
  });

  it("makes a new version of a changed definition, keeps the old one, and goes back to it", async () => {
    await publish({ "sheet-a": named("sheet-a") });
    const changed = named("sheet-a").replace("en: Sample}", "en: Better sample}");
    expect((await publish({ "sheet-a": changed })).published).toEqual(["sheet-a"]);
    const current = async () => (await sheetKinds(t.db))[0]?.hash;
    expect(await current()).toBe(hashOf(changed));
    expect((await loadDefinition(t.db, hashOf(named("sheet-a"))))?.title.en).toBe("Sample");
    await publish({ "sheet-a": named("sheet-a") });
    expect(await current()).toBe(hashOf(named("sheet-a")));
  });

  it("gives the same object for the same version, so that it is compiled once", async () => {
    await publish({ "sheet-a": named("sheet-a") });
    const hash = hashOf(named("sheet-a"));
    const first = await loadDefinition(t.db, hash);
    expect(await loadDefinition(t.db, hash)).toBe(first);
    expect((await sheetKinds(t.db))[0]?.definition).toBe(first);
    expect(await loadDefinition(t.db, "0".repeat(64))).toBeNull();
  });

  it("retires what is gone, and takes it back when it comes again", async () => {
    const both = { "sheet-a": named("sheet-a"), "sheet-b": named("sheet-b") };
    await publish(both);
    expect((await publish({ "sheet-a": named("sheet-a") })).retired).toEqual(["sheet-b"]);
    expect((await sheetKinds(t.db)).map(({ key }) => key)).toEqual(["sheet-a"]);
    await publish(both);
    expect((await sheetKinds(t.db)).map(({ key }) => key)).toEqual(["sheet-a", "sheet-b"]);
  });

  it("leaves a sheet with mistakes as it was, names them, publishes the others, and tries again", async () => {
    await publish({ "sheet-a": named("sheet-a"), "sheet-b": named("sheet-b") });
    const broken = { "sheet-a": named("sheet-a").replace("formula: saved * wage", "formula: saved * salary"), "sheet-b": named("sheet-b").replace("en: Sample}", "en: New}") };
    const report = await publish(broken);
    expect(report.published).toEqual(["sheet-b"]);
    expect(report.failed).toMatchObject([{ key: "sheet-a", problems: [{ line: 27, message: expect.stringContaining('"salary" is nothing here') as string }] }]);
    expect((await sheetKinds(t.db)).map(({ hash }) => hash)[0]).toBe(hashOf(named("sheet-a")));
    expect((await publish(broken)).failed).toHaveLength(1);
  });

  it("publishes every sheet of the course, in the order in which its chapters name them", async () => {
    const { published, failed } = await publishSheets(t.db, { root: "content", now });
    expect(failed).toEqual([]);
    expect(published).toHaveLength(27);
    expect((await sheetKinds(t.db, "03-build-trust")).map(({ key }) => key)).toEqual(["relationship-development", "buying-role-map", "one-sentence-intro"]);
  });

  it("is done by one of two processes that start at once", async () => {
    const root = await contentOf({ "sheet-a": named("sheet-a") });
    await Promise.all([publishSheets(t.db, { root, now }), publishSheets(t.db, { root, now })]);
    const rows = await t.db.selectFrom("sheet_definition").select("hash").where("hash", "=", hashOf(named("sheet-a"))).execute();
    expect(rows).toHaveLength(1);
  });
});
