/** Brings the database to what content/ says: compiles what changed and stores new versions of chapters. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";

export interface PublishOptions {
  /** The folder content/. */
  root: string;
  now: Date;
  log?: (message: string) => void;
}

/** What became of one chapter. */
export interface PublishedChapter {
  slug: string;
  version: string;
  /** Ids of the sections that differ from the version before, in either language. */
  changedSections: string[];
}

export interface PublishReport {
  published: PublishedChapter[];
  unchanged: string[];
  compiled: number;
  milliseconds: number;
}

/**
 * Safe to call at every start and by several processes at once.
 * @throws ContentError when a file of content/ is wrong; chapters before it stay published.
 */
export async function publishChapters(_db: Kysely<DB>, _options: PublishOptions): Promise<PublishReport> {
  return Promise.reject(new Error("not yet"));
}
