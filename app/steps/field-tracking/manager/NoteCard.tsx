import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card, Disclosure, RadioGroup, SubmitButton, TextArea, TextField, type Tone } from "~/ui";
import { FOLLOW_UPS, type FollowUpDue } from "../coaching";
import type { ShownNote } from "../coaching.view.server";

const TONES = { done: "ok", ahead: "neutral", due: "signal", overdue: "danger" } as const satisfies Record<FollowUpDue, Tone>;

interface Props {
  note: ShownNote;
  locale: Locale;
  /** `coach` follows up; `own` wrote it and may take it back; the person reads. */
  reader: "coach" | "own" | "person";
}

/** A coaching note: what was seen and heard, how the person saw it, the one thing agreed, and what became of it. */
export function NoteCard({ note, locale, reader }: Props) {
  const { t } = useTranslation("field");
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  const who = reader === "person" ? t("note.from", { coach: note.coachName }) : personName({ name: note.personName, nameLatin: note.personLatin }, locale);
  return (
    <Card as="li" level={3} id={`note-${note.id}`} title={who} aside={<span className="text-sm text-ink-soft tabular">{day(note.observedOn)} · {note.occasion}</span>}>
      <div className="grid gap-3">
        <ul className="grid gap-2">
          {note.lines.map((line, at) => (
            <li key={at} className="border-s-2 border-line-strong ps-3">
              <p className="flex flex-wrap items-center gap-x-2 text-sm">
                <span className="font-semibold">{t(`skill.${line.competency}`)}</span>
                <Badge tone={line.level >= 2 ? "ok" : "neutral"}>{t(`observed.${line.level}.name`)}</Badge>
              </p>
              <p>{line.behaviour}</p>
              <p className="text-sm text-ink-soft">{t("note.reaction", { reaction: line.reaction })}</p>
            </li>
          ))}
        </ul>
        <dl className="grid gap-3 sm:grid-cols-2">
          <div>
            <dt className="text-sm text-ink-soft">{t("note.ownView")}</dt>
            <dd>{note.ownView}</dd>
          </div>
          <div>
            <dt className="text-sm text-ink-soft">{t("note.agreed")}</dt>
            <dd className="font-semibold">{note.agreed}</dd>
          </div>
        </dl>
        <p className="flex flex-wrap items-center gap-x-3 text-sm tabular">
          <Badge tone={TONES[note.due]}>{t(`note.due.${note.due}`, { day: day(note.followUpOn) })}</Badge>
          {note.followUpState !== null && <span className="font-semibold">{t(`note.followUp.${note.followUpState}`)}</span>}
          {note.followUpNote !== null && <span>{note.followUpNote}</span>}
          {reader !== "person" && <span className="text-ink-soft">{note.seenAt === null ? t("note.unseen") : t("note.seen")}</span>}
        </p>
        {reader !== "person" && note.followUpState === null && <FollowUpForm note={note} />}
        {reader === "own" && <Withdraw note={note} />}
      </div>
    </Card>
  );
}

function FollowUpForm({ note }: { note: ShownNote }) {
  const { t } = useTranslation("field");
  return (
    <Disclosure summary={t("note.followNow")} open={note.due !== "ahead"}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="note" value={note.id} />
        <RadioGroup label={t("note.became")} name="state" required layout="row" options={FOLLOW_UPS.map((state) => ({ value: state, label: t(`note.followUp.${state}`) }))} />
        <TextField label={t("note.followNote")} name="text" maxLength={400} />
        <span>
          <SubmitButton name="intent" value="follow-up" variant="secondary">
            {t("note.followSave")}
          </SubmitButton>
        </span>
      </Form>
    </Disclosure>
  );
}

function Withdraw({ note }: { note: ShownNote }) {
  const { t } = useTranslation("field");
  return (
    <Disclosure summary={<span className="text-sm text-ink-soft">{t("note.withdraw")}</span>}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="note" value={note.id} />
        <TextArea label={t("note.withdrawReason")} name="reason" rows={2} required minLength={2} maxLength={300} hint={t("note.withdrawHint")} />
        <span>
          <SubmitButton name="intent" value="withdraw" variant="danger" size="sm">
            {t("note.withdrawDo")}
          </SubmitButton>
        </span>
      </Form>
    </Disclosure>
  );
}
