import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { useServerClock } from "~/platform/use-server-clock";
import { Badge, Button, ConfirmButton, PageHeader, SubmitButton, Timer } from "~/ui";
import { type DefenseState, TIMED_PARTS } from "./defense";
import type { RoomPage } from "./room-page.view.server";

interface Props {
  page: RoomPage;
  locale: Locale;
  now: Date;
}

const TONES = { waiting: "neutral", presenting: "pine", questioning: "pine", scoring: "signal", reconciling: "signal", decided: "signal", signed: "ok" } as const satisfies Record<DefenseState, string>;

/** Whose defense, where it stands, how much time is left; for the chair, what comes next. */
export function RoomHead({ page, locale, now }: Props) {
  const { t } = useTranslation("defense");
  const { head, chapters, state, me } = page;
  const when = (at: Date | string): string => formatDate(at, { locale, timeZone: head.timeZone, style: "time" });
  return (
    <PageHeader
      crumbs={[{ to: "/defend", label: t("title") }]}
      title={head.candidate}
      badge={<Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>}
      lead={
        <span className="tabular">
          {[...chapters.map(({ number, title }) => t("chapter", { number, title })), t("time", { from: when(head.startsAt), to: when(head.endsAt) }), head.place].join(t("dot"))}
          {head.link !== null && (
            <a href={head.link} className="ms-2 inline-flex min-h-11 items-center text-pine underline underline-offset-4">
              {t("link")}
            </a>
          )}
        </span>
      }
      actions={
        <>
          <PartClock page={page} now={now} />
          {me.chair && <Moves page={page} />}
        </>
      }
    />
  );
}

/** The time left of the part that runs, by the server's clock: every device of the room shows the same. */
function PartClock({ page: { state, times, minutes }, now }: { page: RoomPage; now: Date }) {
  const { t } = useTranslation("defense");
  const at = useServerClock(now);
  if (!(state in TIMED_PARTS)) return null;
  const part = TIMED_PARTS[state as keyof typeof TIMED_PARTS];
  const began = { presentation: times.presenting, questions: times.questioning, deliberation: times.scoring }[part];
  if (began === null) return null;
  const left = new Date(began).getTime() + minutes[part] * 60_000 - at;
  return (
    <span className="inline-flex items-center gap-2">
      <span className="text-sm text-ink-soft">{t(`part.${part}`)}</span>
      <Timer ms={left} lowMs={60_000} label={t("left", { part: t(`part.${part}`) })} />
      {left < 0 && <span className="text-sm font-semibold text-danger tabular">{t("over", { count: Math.ceil(-left / 60_000) })}</span>}
    </span>
  );
}

/** The chair's hand on the course of things. */
function Moves({ page }: { page: RoomPage }) {
  const { t } = useTranslation("defense");
  const { state, notYet, members } = page;
  const locked = members.some((member) => member.locked);
  if (state === "waiting") {
    return notYet === null ? (
      <Form method="post">
        <SubmitButton name="intent" value="begin" size="lg">
          {t("move.begin")}
        </SubmitButton>
      </Form>
    ) : (
      <span className="text-sm text-ink-soft">{t(`move.${notYet}`)}</span>
    );
  }
  if (state !== "presenting" && state !== "questioning" && state !== "scoring") return null;
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="from" value={state} />
      {state !== "presenting" && !locked && (
        <Button type="submit" name="intent" value="back" variant="quiet">
          {t(`move.back.${state}`)}
        </Button>
      )}
      {state === "presenting" && (
        <SubmitButton name="intent" value="advance">
          {t("move.questions")}
        </SubmitButton>
      )}
      {state === "questioning" && (
        <SubmitButton name="intent" value="advance">
          {t("move.scoring")}
        </SubmitButton>
      )}
      {state === "scoring" && members.some((member) => !member.left && !member.locked) && members.filter((member) => member.locked).length >= 2 && page.me.locked && (
        <details>
          <summary className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{t("close.open")}</summary>
          <label className="mt-2 grid gap-1">
            <span className="text-sm font-semibold">{t("close.reason")}</span>
            <input name="reason" maxLength={500} className="min-h-11 rounded-md border border-line-strong bg-surface px-3" />
          </label>
          <span className="mt-2 block">
            <ConfirmButton name="intent" value="close" title={t("close.ask")} consequence={t("close.consequence", { count: members.filter((member) => !member.left && !member.locked).length })} confirmLabel={t("close.confirm")}>
              {t("close.button")}
            </ConfirmButton>
          </span>
        </details>
      )}
    </Form>
  );
}
