import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Step } from "~/pipeline";
import { HandedInTable } from "~/steps/group-work";
import { lecturePath } from "~/steps/lecture";
import { short } from "~/marking";
import { FieldEvidence } from "~/steps/field-tracking";
import { DefenseEvidence } from "~/steps/defense";
import { HomeworkEvidence } from "~/steps/homework";
import { RolePlayEvidence } from "~/steps/role-play";
import { attemptOfPath, markingOf } from "~/steps/quiz";
import { Badge, Card, EmptyState, Table } from "~/ui";
import type { RoomEvidence as Evidence } from "./room-evidence.server";

export interface RoomEvidenceProps {
  room: Evidence;
  step: Step;
  hasRoom: boolean;
  cohortId: string;
  locale: Locale;
  timeZone: string;
}

/** What the step's own room recorded about a learner; where there is none, says so. */
export function RoomEvidence({ room, step, hasRoom, cohortId, locale, timeZone }: RoomEvidenceProps) {
  const { t } = useTranslation("cohorts");
  const when = (at: Date) => formatDate(at, { locale, timeZone });
  if (room?.kind === "preview") return <Reading sections={room.sections} locale={locale} when={when} />;
  if (room?.kind === "quiz") return <Attempts quiz={room.quiz} cohortId={cohortId} when={when} />;
  if (room?.kind === "lecture") return <Classes classes={room.classes} cohortId={cohortId} when={when} />;
  if (room?.kind === "homework" && (room.homework.versions.length > 0 || room.homework.rehearsals.length > 0 || room.homework.asked > 0)) return <HomeworkEvidence homework={room.homework} cohortId={cohortId} locale={locale} timeZone={timeZone} />;
  if (room?.kind === "group-work") return <HandedInTable work={room.work} cohortId={cohortId} locale={locale} timeZone={timeZone} />;
  if (room?.kind === "role-play") return <RolePlayEvidence rolePlays={room.rolePlays} cohortId={cohortId} locale={locale} when={when} />;
  if (room?.kind === "field-tracking" && (room.field.applications.length > 0 || room.field.checkpoints.length > 0)) return <FieldEvidence field={room.field} locale={locale} when={when} />;
  if (room?.kind === "defense") return <DefenseEvidence defenses={room.defenses} locale={locale} timeZone={timeZone} />;
  return (
    <EmptyState level={2} title={t(hasRoom ? "evidence.nothing" : "evidence.noRoom")}>
      {t(hasRoom ? "evidence.nothingText" : "evidence.noRoomText", { step: t(`road:step.${step}`) })}
    </EmptyState>
  );
}

type Of<K extends string> = Extract<NonNullable<Evidence>, { kind: K }>;

function Reading({ sections, locale, when }: { sections: Of<"preview">["sections"]; locale: Locale; when: (at: Date) => string }) {
  const { t } = useTranslation("cohorts");
  const finished = sections.filter((section) => section.finishedAt).length;
  return (
    <Card look="flush" title={t("preview.title")} aside={<span className="text-sm text-ink-soft tabular">{t("preview.finished", { count: finished, total: sections.length })}</span>}>
      <Table
        caption={t("preview.title")}
        cards
        rows={sections}
        rowKey={(section) => section.id}
        columns={[
          { key: "title", header: t("preview.section"), cell: (section) => pick(section.title, locale) },
          { key: "opened", header: t("preview.opened"), wideOnly: true, cell: (section) => (section.openedAt ? when(section.openedAt) : "–") },
          { key: "active", header: t("preview.active"), align: "end", cell: (section) => (section.openedAt ? t("minutes", { count: Math.round(section.activeMs / 60_000) }) : "–") },
          { key: "checkins", header: t("preview.checkins"), align: "end", cell: (section) => (section.checkins.total === 0 || !section.openedAt ? "–" : t("preview.answered", section.checkins)) },
          { key: "finished", header: t("preview.done"), cell: (section) => (section.finishedAt ? when(section.finishedAt) : section.openedAt ? t("preview.reading") : "–") },
        ]}
      />
    </Card>
  );
}

function Attempts({ quiz, cohortId, when }: { quiz: Of<"quiz">["quiz"]; cohortId: string; when: (at: Date) => string }) {
  const { t } = useTranslation("cohorts");
  return (
    <Card
      look="flush"
      title={t("quiz.title")}
      aside={<span className="text-sm text-ink-soft tabular">{t("quiz.used", { used: quiz.attemptsUsed, allowed: quiz.attemptsAllowed, mark: Math.round(quiz.gate.passMark * 100) })}</span>}
      footer={quiz.reopenings.length > 0 && <ul className="text-sm text-ink-soft">{quiz.reopenings.map((one) => <li key={String(one.at)}>{t("quiz.reopened", { when: when(one.at), who: one.by, count: one.attempts, reason: one.reason })}</li>)}</ul>}
    >
      <Table
        caption={t("quiz.title")}
        cards
        rows={quiz.attempts}
        rowKey={(attempt) => attempt.attemptId}
        empty={<p className="px-4 pb-4 text-ink-soft sm:px-5">{t("quiz.none")}</p>}
        columns={[
          { key: "number", header: t("quiz.attempt"), cell: (attempt) => <Away to={attemptOfPath(cohortId, attempt.attemptId)}>{t("quiz.number", { number: attempt.number })}</Away> },
          { key: "started", header: t("quiz.started"), cell: (attempt) => when(attempt.startedAt) },
          { key: "submitted", header: t("quiz.submitted"), cell: (attempt) => (attempt.submittedAt ? `${when(attempt.submittedAt)}${attempt.submittedBy === "deadline" ? ` · ${t("quiz.byDeadline")}` : ""}` : t("quiz.open")) },
          { key: "points", header: t("quiz.points"), align: "end", cell: (attempt) => (attempt.points === null ? "–" : t("quiz.score", { points: short(attempt.points), max: short(attempt.maxPoints ?? 0) })) },
          {
            key: "verdict",
            header: t("quiz.verdict"),
            cell: (attempt) =>
              attempt.pending > 0 ? (
                <Away to={markingOf(cohortId)}>{t("quiz.pending", { count: attempt.pending })}</Away>
              ) : attempt.passed === null ? (
                "–"
              ) : (
                <Badge tone={attempt.passed ? "ok" : "danger"}>{t(attempt.passed ? "quiz.passed" : "quiz.failed")}</Badge>
              ),
          },
        ]}
      />
    </Card>
  );
}

function Classes({ classes, cohortId, when }: { classes: Of<"lecture">["classes"]; cohortId: string; when: (at: Date) => string }) {
  const { t } = useTranslation("cohorts");
  const grounds = (entry: (typeof classes)[number]["history"][number]) =>
    [when(entry.at), t(`lecture.statuses.${entry.status}`), t(`lecture.ways.${entry.how}`), entry.recordedBy, entry.reason && t("lecture.reason", { reason: entry.reason }), entry.sharedDevice && t("lecture.sharedDevice")].filter(Boolean).join(" · ");
  return (
    <Card look="flush" title={t("lecture.title")}>
      <Table
        caption={t("lecture.title")}
        cards
        rows={classes}
        rowKey={(one) => one.sessionId}
        columns={[
          { key: "class", header: t("lecture.class"), cell: (one) => <Away to={lecturePath(cohortId, one.sessionId)}>{one.title}</Away> },
          { key: "at", header: t("lecture.startsAt"), cell: (one) => when(one.startsAt) },
          { key: "status", header: t("lecture.status"), cell: (one) => (one.status ? t(`lecture.statuses.${one.status}`) : <span className="text-ink-soft">{t("lecture.unmarked")}</span>) },
          { key: "how", header: t("lecture.how"), cell: (one) => (one.history.length === 0 ? "–" : <ul>{one.history.map((entry) => <li key={String(entry.at)}>{grounds(entry)}</li>)}</ul>) },
          { key: "polls", header: t("lecture.polls"), cell: (one) => (one.polls.asked === 0 ? "–" : t("lecture.pollsText", one.polls)) },
        ]}
      />
    </Card>
  );
}

/** A link in a cell, of a finger's height. */
function Away({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="-my-2 inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
      {children}
    </Link>
  );
}
