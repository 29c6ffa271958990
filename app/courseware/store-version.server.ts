/** Writes a chapter's version with everything in it, or moves the current version to newer code of the same content. */
import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { type Locale, LOCALES } from "~/i18n/locale";
import type { SlideUse } from "./chapter";
import type { StoredModules } from "./compile-modules.server";
import type { LoadedChapter, LoadedSection } from "./load-chapter.server";
import { contentHash } from "./mdx-input.server";
import type { ModuleRequest } from "./compile-modules.server";
import { fold } from "./search-text";

/** A chapter whose files are compiled. */
export interface CompiledChapter extends LoadedChapter {
  sourceHash: string;
  modules: StoredModules;
  requests: { sections: Map<LoadedSection, Record<Locale, ModuleRequest>>; slides: Record<Locale, ModuleRequest> | null; handouts: Record<Locale, ModuleRequest> | null };
}

export interface StoredVersion {
  version: string;
  /** Whether the readers' version is another one now. */
  moved: boolean;
  changedSections: string[];
}

/** Stores the version unless it is the current one. */
export async function storeVersion(trx: Transaction<DB>, chapter: CompiledChapter, now: Date): Promise<StoredVersion> {
  const { slug } = chapter.definition;
  const parts = chapter.sections.map((section) => ({ id: section.definition.id, hash: sectionHash(chapter, section) }));
  const slides = chapter.slides === null ? null : LOCALES.map((locale) => contentHash(chapter.slides![locale]));
  const version = digest({ definition: chapter.definition as unknown as JsonValue, parts, slides }).slice(0, 24);
  const before = await trx.selectFrom("chapter").select(["current_version"]).where("slug", "=", slug).forUpdate().executeTakeFirst();
  const from = before?.current_version ?? null;
  await upsertChapter(trx, chapter, now);
  if (from === version) {
    await refreshCode(trx, chapter, version);
    return { version, moved: false, changedSections: [] };
  }
  const changedSections = await changed(trx, from, chapter);
  const known = await trx.selectFrom("chapter_version").select("hash").where("hash", "=", version).executeTakeFirst();
  // An author who takes a change back gets the version of before.
  if (known === undefined) await insertVersion(trx, chapter, version, changedSections, now);
  else await refreshCode(trx, chapter, version);
  await trx.updateTable("chapter").set({ current_version: version }).where("slug", "=", slug).execute();
  return { version, moved: true, changedSections };
}

async function upsertChapter(trx: Transaction<DB>, { definition, sourceHash }: CompiledChapter, now: Date): Promise<void> {
  const { slug, number, status, title, summary } = definition;
  const row = { number, status, title, summary, definition: definition as unknown as JsonValue, source_hash: sourceHash, updated_at: now };
  await trx
    .insertInto("chapter")
    .values({ slug, current_version: null, ...row })
    .onConflict((conflict) => conflict.column("slug").doUpdateSet(row))
    .execute();
}

async function insertVersion(trx: Transaction<DB>, chapter: CompiledChapter, version: string, changedSections: string[], now: Date): Promise<void> {
  const { definition } = chapter;
  await trx
    .insertInto("chapter_version")
    .values({
      hash: version,
      slug: definition.slug,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from chapter_version where slug = ${definition.slug})`,
      definition: definition as unknown as JsonValue,
      changed_sections: changedSections,
      published_at: now,
    })
    .execute();
  const sections = chapter.sections.flatMap((section, position) =>
    LOCALES.map((locale) => {
      const { id: section_id, title, minutes, required } = section.definition;
      const common = { chapter_version: version, section_id, locale, position, minutes, required };
      return { ...common, title: title[locale], folded_title: fold(title[locale]), content_hash: contentHash(section.mdx[locale]), code_hash: codeHash(chapter, section, locale) };
    }),
  );
  if (sections.length > 0) await trx.insertInto("section_version").values(sections).execute();
  await insertCheckins(trx, chapter, version, now);
  await insertSlides(trx, chapter, version);
}

async function insertCheckins(trx: Transaction<DB>, { definition, checkins, sections }: CompiledChapter, version: string, now: Date): Promise<void> {
  const { slug } = definition;
  const places = sections.flatMap(({ definition: { id, checkins: ids } }) => ids.map((checkinId, position) => ({ sectionId: id, checkinId, position })));
  for (const { sectionId, checkinId, position } of places) {
    const question = checkins.find((entry) => entry.id === checkinId);
    if (question === undefined) continue;
    const body = question as unknown as JsonValue;
    const hash = digest({ slug, question: body }).slice(0, 24);
    await trx
      .insertInto("checkin_version")
      .values({ hash, slug, checkin_id: checkinId, kind: question.kind, definition: body, published_at: now })
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .execute();
    await trx.insertInto("section_checkin").values({ chapter_version: version, section_id: sectionId, checkin_id: checkinId, position, checkin_hash: hash }).execute();
  }
}

async function insertSlides(trx: Transaction<DB>, chapter: CompiledChapter, version: string): Promise<void> {
  const { slides, modules, requests } = chapter;
  if (slides === null || requests.slides === null || requests.handouts === null) return;
  for (const locale of LOCALES) {
    const module = modules.of(requests.slides[locale]);
    const outline: SlideUse[] = module.uses.slides;
    await trx
      .insertInto("slide_deck_version")
      .values({ chapter_version: version, locale, slides: outline as unknown as JsonValue, content_hash: contentHash(slides[locale]), code_hash: module.codeHash, handout_code_hash: modules.of(requests.handouts[locale]).codeHash })
      .execute();
  }
}

/** A newer compiler made other code of the same content. */
async function refreshCode(trx: Transaction<DB>, chapter: CompiledChapter, version: string): Promise<void> {
  for (const locale of LOCALES) {
    for (const section of chapter.sections) {
      const code_hash = codeHash(chapter, section, locale);
      await trx
        .updateTable("section_version")
        .set({ code_hash })
        .where("chapter_version", "=", version)
        .where("section_id", "=", section.definition.id)
        .where("locale", "=", locale)
        .where("code_hash", "<>", code_hash)
        .execute();
    }
    if (chapter.requests.slides === null || chapter.requests.handouts === null) continue;
    const { codeHash: code_hash } = chapter.modules.of(chapter.requests.slides[locale]);
    const { codeHash: handout_code_hash } = chapter.modules.of(chapter.requests.handouts[locale]);
    await trx
      .updateTable("slide_deck_version")
      .set({ code_hash, handout_code_hash })
      .where("chapter_version", "=", version)
      .where("locale", "=", locale)
      .where((eb) => eb.or([eb("code_hash", "<>", code_hash), eb("handout_code_hash", "is distinct from", handout_code_hash)]))
      .execute();
  }
}

/** Ids of the sections that came, went or differ from version `from`, in either language or in their check-ins. */
async function changed(trx: Transaction<DB>, from: string | null, chapter: CompiledChapter): Promise<string[]> {
  if (from === null) return chapter.sections.map((section) => section.definition.id);
  const rows = await trx
    .selectFrom("section_version as s")
    .where("s.chapter_version", "=", from)
    .select(["s.section_id", "s.locale", "s.content_hash", "s.title"])
    .select(
      sql<string>`(select coalesce(string_agg(k.checkin_hash, ' ' order by k.position), '') from section_checkin k
        where k.chapter_version = s.chapter_version and k.section_id = s.section_id)`.as("checkins"),
    )
    .execute();
  const old = new Map(rows.map((row) => [`${row.section_id} ${row.locale}`, `${row.content_hash} ${row.title} ${row.checkins}`]));
  const now = chapter.sections.map((section) => section.definition.id);
  const gone = [...new Set(rows.map((row) => row.section_id))].filter((id) => !now.includes(id));
  const different = chapter.sections.filter((section) =>
    LOCALES.some((locale) => {
      const { id, title } = section.definition;
      return old.get(`${id} ${locale}`) !== `${contentHash(section.mdx[locale])} ${title[locale]} ${checkinHashes(chapter, section).join(" ")}`;
    }),
  );
  return [...different.map((section) => section.definition.id), ...gone];
}

function checkinHashes({ definition, checkins }: LoadedChapter, section: LoadedSection): string[] {
  return section.definition.checkins.map((id) => digest({ slug: definition.slug, question: (checkins.find((entry) => entry.id === id) ?? null) as unknown as JsonValue }).slice(0, 24));
}

function sectionHash(chapter: LoadedChapter, section: LoadedSection): string[] {
  return [...LOCALES.map((locale) => contentHash(section.mdx[locale])), ...checkinHashes(chapter, section)];
}

function codeHash({ modules, requests }: CompiledChapter, section: LoadedSection, locale: Locale): string {
  const request = requests.sections.get(section)?.[locale];
  if (request === undefined) throw new Error(`Section ${section.definition.id} was not compiled.`);
  return modules.of(request).codeHash;
}

/** A digest that does not depend on the order in which fields were written. */
function digest(value: JsonValue): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

function canonical(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  return `{${Object.keys(value).filter((key) => value[key] !== undefined).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
