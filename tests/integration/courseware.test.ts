import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sampleContent } from "~/courseware/sample-content";
import { chapterOutline, placesOfModule, createMdxRegistry, diffVersions, glossary, listChapters, mdxScript, publishChapters, searchChapters, sectionForReading } from "~/courseware/index.server";
import { connectDatabase } from "~/db/index.server";
import { checkInFileSchema } from "~/steps/quiz/question-schema.server";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const now = new Date("2026-03-01T08:00:00Z");
const slug = "03-build-trust";
const chapter = `chapters/${slug}`;
const ZH = `${chapter}/sections/01-why-trust.zh.mdx`;
let root: string;
const folders: string[] = [];

async function writeContent(files: Record<string, string>): Promise<void> {
  await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      await mkdir(path.join(root, path.dirname(name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }),
  );
}

async function publish(changes: Record<string, string> = {}) {
  await writeContent(changes);
  return publishChapters(t.db, { root, now, checkinSchema: checkInFileSchema });
}

function edited(name: string, from: string, to: string): Record<string, string> {
  const text = sampleContent()[name] ?? "";
  if (!text.includes(from)) throw new Error(`The sample does not say: ${from}`);
  return { [name]: text.replace(from, to) };
}

async function versionNow(): Promise<string> {
  const outline = await chapterOutline(t.db, slug);
  if (outline === null) throw new Error("nothing is published");
  return outline.version;
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "content-"));
  folders.push(root);
  await publish(sampleContent());
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe("publishing", () => {
  it("does nothing when nothing changed, without loading the compiler", async () => {
    const version = await versionNow();
    const started = performance.now();
    expect(await publish()).toEqual({ published: [], unchanged: [slug], failed: [], compiled: 0 });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await versionNow()).toBe(version);
  });

  it("makes a new version that names the one section that changed", async () => {
    const before = await chapterOutline(t.db, slug);
    const report = await publish(edited(ZH, "真正的动机", "真实的动机"));
    expect(report).toMatchObject({ published: [{ slug, changedSections: ["why-trust"] }], compiled: 1 });
    const after = await chapterOutline(t.db, slug);
    expect(after?.ordinal).toBe((before?.ordinal ?? 0) + 1);
    expect(after?.current).toBe(true);
    expect((await chapterOutline(t.db, slug, before?.version))?.current).toBe(false);
  });

  it("takes a changed check-in for a change of its section", async () => {
    const report = await publish(edited(`${chapter}/checkins.yaml`, "A discount", "A lower price"));
    expect(report).toMatchObject({ published: [{ changedSections: ["why-trust"] }], compiled: 0 });
  });

  it("takes a changed figure for a change of the sections that show it", async () => {
    const report = await publish(edited(`${chapter}/figures/Iceberg.tsx`, "M0 60h360", "M0 50h360"));
    expect(report).toMatchObject({ published: [{ changedSections: ["why-trust"] }], compiled: 2 });
  });

  it("goes back to the earlier version when a change is taken back", async () => {
    const version = await versionNow();
    await publish(edited(ZH, "真正的动机", "真切的动机"));
    expect(await versionNow()).not.toBe(version);
    await publish(sampleContent());
    expect(await versionNow()).toBe(version);
  });

  it("sees no change in line ends and trailing blanks", async () => {
    const report = await publish({ [ZH]: (sampleContent()[ZH] ?? "").replaceAll("\n", "  \r\n").replace(/(\r\n)+$/, "\n\n\n") });
    expect(report.published).toEqual([]);
  });

  it("keeps the last good version of a chapter with a mistake, and says what is wrong", async () => {
    const version = await versionNow();
    const report = await publish(edited(ZH, '<Term id="buying-role">', '<Term id="bying-role">'));
    expect(report.failed).toEqual([{ slug, problems: [expect.objectContaining({ line: 9, message: expect.stringContaining("bying-role") as unknown })] }]);
    expect(await versionNow()).toBe(version);
    expect((await publish(sampleContent())).failed).toEqual([]);
  });

  it("lets two processes publish at once: one does the work", async () => {
    const other = connectDatabase(t.options);
    try {
      await writeContent(edited(ZH, "真正的动机", "两个进程看到的动机"));
      const both = await Promise.all([t.db, other.db].map((db) => publishChapters(db, { root, now, checkinSchema: checkInFileSchema })));
      expect(both.map((report) => report.published.length).sort()).toEqual([0, 1]);
      expect(both.reduce((sum, report) => sum + report.compiled, 0)).toBe(1);
    } finally {
      await other.close();
    }
  });

  it("refuses to change what was published", async () => {
    await expect(t.sql`update section_version set title = 'x'`).rejects.toThrow("append-only");
    await expect(t.sql`update chapter_version set ordinal = 9`).rejects.toThrow("append-only");
  });
});

describe("reading", () => {
  it("lists chapters with their reading time", async () => {
    expect(await listChapters(t.db)).toEqual([expect.objectContaining({ slug, number: 3, sections: 2, minutes: 6, tools: ["buying-role-map"] })]);
  });

  it("gives a section's page everything in one answer, and nothing for a foreign id", async () => {
    const section = await sectionForReading(t.db, slug, "why-trust", "zh");
    expect(section).toMatchObject({
      title: "为什么先有信任",
      chapterTitle: "建立信任",
      position: 0,
      toc: [{ text: "水面以下", level: 2, anchor: "h-水面以下" }],
      terms: { "buying-role": { term: "购买角色", definition: "在购买中所起的作用。" } },
      checkins: [{ id: "why-trust-1", question: { kind: "single" } }],
      previous: null,
      next: { id: "roles", title: "四种购买角色" },
    });
    expect(await sectionForReading(t.db, slug, "nowhere", "zh")).toBeNull();
    expect(await sectionForReading(t.db, slug, "roles", "en", "no-version")).toBeNull();
    expect(await glossary(t.db)).toHaveLength(1);
  });

  it("evaluates a module once and renders its text as HTML", async () => {
    const section = await sectionForReading(t.db, slug, "why-trust", "zh");
    const registry = createMdxRegistry();
    expect(await registry.ensure(t.db, section?.codeHash ?? "")).toBe(true);
    expect(await registry.ensure(t.db, "unknown")).toBe(false);
    const Content = registry.get(section?.codeHash ?? "");
    if (Content === undefined) throw new Error("not evaluated");
    const CheckIn = ({ id }: { id: string }) => createElement("b", null, id);
    const html = renderToStaticMarkup(createElement(Content, { components: { CheckIn } }));
    expect(html).toContain('<a class="term" href="/glossary#term-buying-role" data-term="buying-role">购买角色</a>');
    expect(html).toContain("<title>冰山</title>");
    expect(html).toContain("<b>why-trust-1</b>");
  });

  it("serves the same code as a script, and knows who may read it", async () => {
    const section = await sectionForReading(t.db, slug, "roles", "en");
    const script = await mdxScript(t.db, section?.codeHash ?? "");
    expect(script).toMatch(/^\(window\.__mdx\?\?=\{\}\)\["[\w-]+"\]=function\(React,ReactDOM,_jsx_runtime\)\{/);
    expect(await mdxScript(t.db, "unknown")).toBeNull();
    expect(await placesOfModule(t.db, section?.codeHash ?? "")).toEqual({ slugs: [slug], forPresenters: false });
  });
});

describe("slides", () => {
  const deck = (note: string) => `<Slide id="promise" title="信任" minutes={3}>\n\n先有信任。\n\n<Notes>\n${note}\n</Notes>\n</Slide>\n`;

  it("are compiled with the presenter's notes and without them, and learners are only named the latter", async () => {
    await publish({ ...sampleContent(), [`chapters/${slug}/slides.zh.mdx`]: deck("先问谁被骗过"), [`chapters/${slug}/slides.en.mdx`]: deck("Ask who was ever misled") });
    const decks = await t.db.selectFrom("slide_deck_version as d").innerJoin("chapter as c", "c.current_version", "d.chapter_version").select(["d.locale", "d.code_hash", "d.handout_code_hash"]).orderBy("d.locale").execute();
    expect(decks.map((row) => row.locale)).toEqual(["en", "zh"]);
    for (const { code_hash, handout_code_hash } of decks) {
      expect(await mdxScript(t.db, code_hash)).toMatch(/先问谁被骗过|Ask who was ever misled/);
      const handout = await mdxScript(t.db, handout_code_hash ?? "");
      expect(handout).toContain("先有信任");
      expect(handout).not.toMatch(/被骗过|misled|Notes/);
      expect(await placesOfModule(t.db, code_hash)).toEqual({ slugs: [slug], forPresenters: true });
      expect(await placesOfModule(t.db, handout_code_hash ?? "")).toEqual({ slugs: [slug], forPresenters: false });
    }
  });
});

describe("comparing versions", () => {
  it("names the paragraphs that changed", async () => {
    const before = await versionNow();
    await publish(edited(ZH, "真正的动机藏在", "真正的动机都藏在"));
    const changes = await diffVersions(t.db, slug, before, await versionNow(), "zh");
    expect(changes).toEqual([
      {
        sectionId: "why-trust",
        title: "为什么先有信任",
        change: "changed",
        blocks: [{ change: "changed", kind: "text", anchor: expect.stringMatching(/^b-/) as unknown, before: expect.stringContaining("动机藏在") as unknown, after: expect.stringContaining("动机都藏在") as unknown }],
      },
    ]);
    expect(await diffVersions(t.db, slug, before, await versionNow(), "en")).toEqual([]);
    expect(await diffVersions(t.db, slug, before, "unknown", "zh")).toBeNull();
  });
});

describe("search", () => {
  const find = (query: string, locale: "zh" | "en" = "zh") => searchChapters(t.db, { query, locale, slugs: [slug] });

  it("finds a single Chinese character, titles before headings before text", async () => {
    const hits = await find("水");
    expect(hits.map((hit) => hit.kind)).toEqual(["heading", "text", "text"]);
    expect((await find("角色")).map((hit) => hit.kind)).toEqual(["title", "text"]);
    expect(hits[0]).toMatchObject({ slug, chapterTitle: "建立信任", sectionId: "why-trust", anchor: "h-水面以下", snippet: [{ text: "水", hit: true }, { text: "面以下", hit: false }] });
  });

  it("finds words in any case and order, and only in the language asked for", async () => {
    expect((await find("WATER motives", "en")).map((hit) => hit.kind)).toEqual(["text"]);
    expect(await find("motives", "zh")).toEqual([]);
  });

  it("forgives a typing error in a longer word", async () => {
    expect((await find("desicion-maker", "en")).map((hit) => hit.sectionId)).toEqual(["roles"]);
  });

  it("takes wildcards for what they are, and finds nothing in other chapters or for nothing", async () => {
    expect(await find("%")).toEqual([]);
    expect(await find("  ")).toEqual([]);
    expect(await searchChapters(t.db, { query: "信任", locale: "zh", slugs: [] })).toEqual([]);
  });
});
