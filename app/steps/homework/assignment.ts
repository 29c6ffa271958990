/** What a chapter's homework asks for: the task, the parts to hand in, rehearsal, peer review. Pure. */
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";

export const PART_KINDS = ["text", "sheet", "files", "recording"] as const;
export type PartKind = (typeof PART_KINDS)[number];

interface PartCore {
  /** Stable for ever: what is handed in is recorded under it. */
  id: string;
  title: Bilingual;
  hint?: Bilingual | undefined;
  required: boolean;
}
/** Words, typed here. */
export type TextPart = PartCore & { kind: "text"; maxChars: number };
/** A tool sheet of this kind: one of the group's carried on, or a new one. */
export type SheetPart = PartCore & { kind: "sheet"; sheet: string };
export type FilesPart = PartCore & { kind: "files"; most: number };
/** Sound or picture of a rehearsal. */
export type RecordingPart = PartCore & { kind: "recording"; most: number };
export type Part = TextPart | SheetPart | FilesPart | RecordingPart;

export interface Assignment {
  title: Bilingual;
  /** Paragraphs, set apart by an empty line. */
  task: Bilingual;
  parts: Part[];
  /** Key of the rubric it is judged by. */
  rubric: string;
  rehearsal: {
    /** How many times at least; said, not enforced. */
    least: number;
    guide: Bilingual;
    /** What can be rehearsed. */
    parts: { id: string; title: Bilingual }[];
  };
  peerReview: { guide: Bilingual };
}

/** A part in one language; `position` numbers the parts from 1. */
export type ShownPart = { id: string; position: number; kind: PartKind; title: string; hint: string | null; required: boolean; maxChars: number | null; sheet: string | null; most: number | null };

/** An assignment in one language. */
export interface ShownAssignment {
  title: string;
  task: string[];
  parts: ShownPart[];
  rehearsal: { least: number; guide: string; parts: { id: string; title: string }[] };
  peerReview: { guide: string };
}

export function showAssignment(assignment: Assignment, locale: Locale): ShownAssignment {
  const { title, task, parts, rehearsal, peerReview } = assignment;
  return {
    title: pick(title, locale),
    task: paragraphs(pick(task, locale)),
    parts: parts.map((part, at) => ({
      id: part.id,
      position: at + 1,
      kind: part.kind,
      title: pick(part.title, locale),
      hint: part.hint === undefined ? null : pick(part.hint, locale),
      required: part.required,
      maxChars: part.kind === "text" ? part.maxChars : null,
      sheet: part.kind === "sheet" ? part.sheet : null,
      most: part.kind === "files" || part.kind === "recording" ? part.most : null,
    })),
    rehearsal: { least: rehearsal.least, guide: pick(rehearsal.guide, locale), parts: rehearsal.parts.map((part) => ({ id: part.id, title: pick(part.title, locale) })) },
    peerReview: { guide: pick(peerReview.guide, locale) },
  };
}

/** A text's paragraphs. */
export function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim()).filter((paragraph) => paragraph !== "");
}
