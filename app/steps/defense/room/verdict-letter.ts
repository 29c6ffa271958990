/** Letters about a verdict and what follows from it, as text. Pure: the texts come from the caller, who knows where they are kept. */
import type { TFunction } from "i18next";
import { personName, roadPath } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { defenseDaysPath } from "../days/paths";
import { conditionPath, feedbackPath } from "../paths";

interface Named {
  name: string;
  nameLatin: string | null;
}

/** What all letters about one verdict know. */
export interface LetterSubject {
  slotId: string;
  cohortId: string;
  enrolmentId: string;
  /** The first chapter of the defense: where its road goes on. */
  chapterSlug: string;
  /** Of the defense day. */
  title: string;
  startsAt: Date;
  timeZone: string;
  candidate: Named;
  /** A day, YYYY-MM-DD, and who looks. */
  condition: { what: string; due: string; checker: Named } | null;
  redo: string | null;
}

/** `verdict`, `reminder-candidate`, `settled` go to the candidate; `condition`, `released`, `reminder` to the checker; `overdue` to the checker and those who teach; `new-slot` to those who teach. */
export type VerdictLetter = { about: LetterSubject } & (
  | { kind: "verdict"; outcome: "pass" | "conditional" | "fail"; corrected: boolean }
  | { kind: "condition" | "released" | "reminder" | "reminder-candidate" | "overdue" }
  | { kind: "new-slot"; why: "failed" | "missed" }
  | { kind: "settled"; outcome: "met" | "missed"; note: string; by: Named }
);

/** Says a letter with the texts of namespace `defense` in `to.locale`; addresses in it begin with `origin`. */
export function verdictLetter(t: TFunction, origin: string, to: { name: string; locale: Locale }, letter: VerdictLetter): { subject: string; body: string } {
  const { about } = letter;
  const { locale } = to;
  const { condition } = about;
  const texts = {
    name: to.name,
    candidate: personName(about.candidate, locale),
    title: about.title,
    when: `${formatDate(about.startsAt, { locale, timeZone: about.timeZone })} (${about.timeZone})`,
    what: condition?.what ?? "",
    due: condition ? formatDate(`${condition.due}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" }) : "",
    checker: condition ? personName(condition.checker, locale) : "",
    redo: about.redo ?? "",
    feedback: `${origin}${feedbackPath(about.slotId)}`,
    confirm: `${origin}${conditionPath(about.slotId)}`,
    days: `${origin}${defenseDaysPath(about.cohortId)}`,
    road: `${origin}${roadPath(about.enrolmentId, about.chapterSlug)}`,
    corrected: letter.kind === "verdict" && letter.corrected ? t("mail.corrected") : "",
    ...(letter.kind === "settled" ? { note: letter.note, by: personName(letter.by, locale) } : {}),
    interpolation: { escapeValue: false },
  };
  const key = `mail.${keyOf(letter)}`;
  return { subject: t(`${key}.subject`, texts), body: t(`${key}.body`, texts) };
}

function keyOf(letter: VerdictLetter): string {
  switch (letter.kind) {
    case "verdict":
      return `verdict.${letter.outcome}${letter.outcome !== "fail" && letter.about.redo !== null ? "-redo" : ""}`;
    case "new-slot":
      return `new-slot.${letter.why}`;
    case "settled":
      return `settled.${letter.outcome}`;
    default:
      return letter.kind;
  }
}
