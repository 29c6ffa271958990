import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, buttonClass, SubmitButton, TextField, type Tone } from "~/ui";
import type { CommitmentLine } from "../commitments.view.server";

const TONES = { open: "mist", done: "ok", dropped: "neutral", overdue: "danger" } as const satisfies Record<CommitmentLine["look"], Tone>;

interface Props {
  commitments: readonly CommitmentLine[];
  locale: Locale;
  /** Says what became of them; not on the wall. */
  mayAct: boolean;
  showOwner?: boolean;
}

/** Who does what by when, with what became of it. */
export function Commitments({ commitments, locale, mayAct, showOwner = true }: Props) {
  const { t } = useTranslation("field");
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {commitments.map((one) => (
        <li key={one.id} className="grid gap-1 px-4 py-3">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 leading-snug font-semibold">
              {showOwner && <span className="me-2 text-pine-deep">{personName({ name: one.ownerName, nameLatin: one.ownerLatin }, locale)}</span>}
              {one.body}
            </p>
            <span className="flex items-center gap-2 text-sm tabular">
              <span className="text-ink-soft">{day(one.dueOn)}</span>
              <Badge tone={TONES[one.look]}>{t(`commitment.look.${one.look}`)}</Badge>
            </span>
          </div>
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft tabular">
            {one.deal !== null && <span>{one.deal.accountName} · {one.deal.title}</span>}
            <span>{one.isNew ? t("commitment.new") : t("commitment.madeOn", { day: day(one.madeOn) })}</span>
            {one.carried > 0 && <span>{t("commitment.carried", { count: one.carried })}</span>}
            {one.moved > 0 && <span>{t("commitment.moved", { count: one.moved })}</span>}
            {one.result !== null && <span>{t("commitment.result", { result: one.result })}</span>}
          </p>
          {mayAct && (one.state === "open" ? <Settle commitment={one} /> : <Reopen commitment={one} />)}
        </li>
      ))}
    </ul>
  );
}

function Settle({ commitment: { id, version, dueOn, body } }: { commitment: CommitmentLine }) {
  const { t } = useTranslation("field");
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Form method="post" preventScrollReset>
        <Hidden id={id} version={version} />
        <input type="hidden" name="intent" value="settle" />
        <SubmitButton name="act" value="done" variant="secondary" size="sm" aria-label={t("commitment.doneNamed", { body })}>
          {t("commitment.done")}
        </SubmitButton>
      </Form>
      <details>
        <summary className={buttonClass("quiet", "sm", "cursor-pointer [&::-webkit-details-marker]:hidden")} aria-label={t("commitment.notDoneNamed", { body })}>
          {t("commitment.notDone")}
        </summary>
        <Form method="post" preventScrollReset className="mt-2 grid gap-3 rounded-md border border-line bg-paper p-3">
          <Hidden id={id} version={version} />
          <input type="hidden" name="intent" value="settle" />
          <TextField label={t("commitment.why")} name="result" maxLength={300} />
          <TextField label={t("commitment.newDay")} name="dueOn" type="date" min={dueOn} className="w-44" />
          <span className="flex flex-wrap gap-2">
            <SubmitButton name="act" value="moved" variant="secondary" size="sm">
              {t("commitment.move")}
            </SubmitButton>
            <SubmitButton name="act" value="dropped" variant="quiet" size="sm">
              {t("commitment.drop")}
            </SubmitButton>
          </span>
        </Form>
      </details>
    </div>
  );
}

function Reopen({ commitment: { id, version, body } }: { commitment: CommitmentLine }) {
  const { t } = useTranslation("field");
  return (
    <Form method="post" preventScrollReset>
      <Hidden id={id} version={version} />
      <input type="hidden" name="intent" value="settle" />
      <SubmitButton name="act" value="reopened" variant="quiet" size="sm" aria-label={t("commitment.reopenNamed", { body })}>
        {t("commitment.reopen")}
      </SubmitButton>
    </Form>
  );
}

function Hidden({ id, version }: { id: string; version: number }) {
  return (
    <>
      <input type="hidden" name="commitment" value={id} />
      <input type="hidden" name="seen" value={version} />
    </>
  );
}
