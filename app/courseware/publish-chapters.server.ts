/** Brings the database to what content/ says: compiles what changed and stores new versions of chapters. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { type Locale, LOCALES } from "~/i18n/locale";
import { compileModules, type ModuleRequest } from "./compile-modules.server";
import { ContentError, type ContentProblem } from "~/platform/content-error";
import { type CheckinFileSchema, loadChapter, type LoadedChapter, type LoadedSection, sectionProblems } from "./load-chapter.server";
import { publishGlossary } from "./publish-glossary.server";
import { type ChapterFolder, readChapters, readGlossary } from "./read-content.server";
import { type CompiledChapter, storeVersion } from "./store-version.server";

export interface PublishOptions {
  /** The folder content/. */
  root: string;
  now: Date;
  /** `checkInFileSchema` of the quiz room: questions have one home, and this room imports no step. */
  checkinSchema: CheckinFileSchema;
  log?: (message: string) => void;
}

/** What became of one chapter. */
export interface PublishedChapter {
  slug: string;
  version: string;
  /** Ids of the sections that came, went or differ from the version before, in either language. */
  changedSections: string[];
}

export interface PublishReport {
  published: PublishedChapter[];
  unchanged: string[];
  /** Chapters that stay as they were because something is wrong with their files. */
  failed: { slug: string; problems: readonly ContentProblem[] }[];
  /** How many MDX files had to be compiled. */
  compiled: number;
}

/** Any number that nothing else in the database locks. */
const LOCK = 7_203_411_094;

/**
 * Safe to call at every start and by several processes at once: the second waits and finds the work done.
 * A chapter with something wrong keeps its last version, and is reported; the others are published.
 */
export async function publishChapters(db: Kysely<DB>, options: PublishOptions): Promise<PublishReport> {
  const [folders, glossary] = await Promise.all([readChapters(options.root), readGlossary(options.root)]);
  const idle = await changedFolders(db, folders, glossary?.sourceHash);
  if (idle.folders.length === 0 && !idle.glossary) return { published: [], unchanged: folders.map((folder) => folder.slug), failed: [], compiled: 0 };
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      const work = await changedFolders(connection, folders, glossary?.sourceHash);
      const problems = glossary !== null && work.glossary ? await publishGlossary(connection, glossary, options.now) : [];
      const report: PublishReport = { published: [], unchanged: folders.filter((folder) => !work.folders.includes(folder)).map((folder) => folder.slug), failed: [], compiled: 0 };
      if (problems.length > 0) report.failed.push({ slug: "glossary", problems });
      for (const folder of work.folders) await publishChapter(connection, folder, options, report);
      tell(report, options.log);
      return report;
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

async function changedFolders(db: Kysely<DB>, folders: readonly ChapterFolder[], glossaryHash: string | undefined): Promise<{ folders: ChapterFolder[]; glossary: boolean }> {
  const rows = await db
    .selectFrom("chapter")
    .select(["slug as name", "source_hash"])
    .unionAll(db.selectFrom("content_source").select(["name", "source_hash"]))
    .execute();
  const known = new Map(rows.map((row) => [row.name, row.source_hash]));
  return { folders: folders.filter((folder) => known.get(folder.slug) !== folder.sourceHash), glossary: glossaryHash !== undefined && known.get("glossary") !== glossaryHash };
}

async function publishChapter(db: Kysely<DB>, folder: ChapterFolder, options: PublishOptions, report: PublishReport): Promise<void> {
  try {
    const chapter = await compileChapter(db, folder, options.checkinSchema);
    report.compiled += chapter.modules.compiled;
    const stored = await db.transaction().execute((trx) => storeVersion(trx, chapter, options.now));
    if (stored.moved) report.published.push({ slug: folder.slug, version: stored.version, changedSections: stored.changedSections });
    else report.unchanged.push(folder.slug);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    report.failed.push({ slug: folder.slug, problems: error.problems });
  }
}

async function compileChapter(db: Kysely<DB>, folder: ChapterFolder, checkinSchema: CheckinFileSchema): Promise<CompiledChapter> {
  const loaded = loadChapter(folder, checkinSchema);
  const sections = new Map(loaded.sections.map((section) => [section, requestsOf(section.mdx)]));
  const slides = loaded.slides === null ? null : requestsOf(loaded.slides);
  const handouts = loaded.handouts === null ? null : requestsOf(loaded.handouts);
  const all = [...sections.values(), ...[slides, handouts].filter((requests) => requests !== null)].flatMap((requests) => LOCALES.map((locale) => requests[locale]));
  const modules = await compileModules(db, all);
  const chapter: CompiledChapter = { ...loaded, sourceHash: folder.sourceHash, modules, requests: { sections, slides, handouts } };
  const problems = crossProblems(chapter, sections, await termIds(db));
  if (problems.length > 0) throw new ContentError(problems);
  return chapter;
}

function crossProblems(chapter: LoadedChapter & Pick<CompiledChapter, "modules">, sections: ReadonlyMap<LoadedSection, Record<Locale, ModuleRequest>>, terms: ReadonlySet<string>): ContentProblem[] {
  return [...sections].flatMap(([section, requests]) =>
    LOCALES.flatMap((locale) => sectionProblems(requests[locale].input.path, section.definition, chapter.modules.of(requests[locale]), terms)),
  );
}

function requestsOf(mdx: LoadedSection["mdx"]): Record<Locale, ModuleRequest> {
  return { zh: { input: mdx.zh, locale: "zh" }, en: { input: mdx.en, locale: "en" } };
}

async function termIds(db: Kysely<DB>): Promise<Set<string>> {
  const rows = await db.selectFrom("glossary_term").select("id").execute();
  return new Set(rows.map((row) => row.id));
}

function tell({ published, failed, compiled }: PublishReport, log: PublishOptions["log"] = () => undefined): void {
  for (const { slug, version, changedSections } of published) log(`published ${slug} ${version.slice(0, 8)}${changedSections.length > 0 ? `, sections: ${changedSections.join(", ")}` : ""}`);
  for (const { slug, problems } of failed) log(`not published: ${slug} (${problems.length} problems; npm run content:check lists them)`);
  if (compiled > 0) log(`compiled ${compiled} files`);
}
