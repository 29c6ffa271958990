/** What the page of a sheet shows, as the server knows it: the start of the live editor, and all there is without scripts. */
import type { Locale } from "~/i18n/locale";
import type { CommentThread } from "./comment";
import type { SheetContent } from "./content";
import type { Contribution } from "./contribution";
import type { SheetDefinition } from "./definition";
import type { Evaluation } from "./evaluation";
import type { HistoryPage } from "./history-page";
import type { OfferedRow } from "./reference-named";

export interface SheetPerson {
  id: string;
  name: string;
}

export interface SheetScreen {
  id: string;
  title: string;
  definition: SheetDefinition;
  /** The language it is written in. */
  written: Locale;
  /** ISO 4217. */
  currency: string;
  version: number;
  content: SheetContent;
  evaluation: Evaluation;
  right: "edit" | "comment" | "read";
  locked: { at: Date; by: string | null } | null;
  changedAt: Date;
  /** Copied from what, as it stood when; `path` where one may look. */
  origin: { title: string; version: number; path: string | null } | null;
  cohort: string | null;
  /** The day by which dates are looked at, `2026-11-28`. */
  today: string;
  me: SheetPerson;
  /** Who is on the sheet, and may be mentioned. */
  people: SheetPerson[];
  comments: CommentThread[];
  contributions: (Contribution & { personId: string; name: string })[];
  /** Where to read again, by chapter: its title, its address for who may read it, and its sections' titles. */
  reading: Record<string, { title: string; path: string | null; sections: Record<string, string> }>;
  /** The newest of what happened, where the page asked for it. */
  history: HistoryPage | null;
  timeZone: string;
  /** The stored document in base64, with which the live store begins; null where there is none to connect to. */
  live: { doc: string } | null;
  /** What cells of type reference can point at, by their `of`. */
  references: Record<string, OfferedRow[]>;
}
