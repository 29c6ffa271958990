import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { ConfirmButton } from "~/ui";
import type { RehearsalLine } from "./rehearsals.view.server";

type Line = Omit<RehearsalLine, "mine"> & { mine?: boolean };

/** Rehearsals, the newest first. Who wrote one down can take it back. */
export function RehearsalList({ lines, parts, locale }: { lines: readonly Line[]; parts: readonly { id: string; title: string }[]; locale: Locale }) {
  const { t } = useTranslation("homework");
  return (
    <ol className="grid gap-3">
      {lines.map((line) => (
        <li key={line.id} className="rounded-lg border border-line bg-surface px-4 py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-soft tabular">
            <strong className="text-base text-ink">{parts.find(({ id }) => id === line.part)?.title ?? line.part}</strong>
            <span>{formatDate(`${line.heldOn}T12:00:00Z`, { locale, timeZone: "UTC", style: "date" })}</span>
            <span>{t("rehearsal.lasted", { count: line.minutes })}</span>
            <span>{line.people.join(t("comma"))}</span>
          </p>
          <p className="mt-1 whitespace-pre-line">{line.went}</p>
          <p className="mt-1 text-sm">
            <span className="font-semibold">{t("rehearsal.next")}</span> {line.focus}
          </p>
          {line.mine && (
            <Form method="post" className="mt-1">
              <input type="hidden" name="rehearsal" value={line.id} />
              <ConfirmButton name="intent" value="remove" variant="quiet" size="sm" title={t("rehearsal.removeTitle")} consequence={t("rehearsal.removeText", { count: line.people.length })} confirmLabel={t("rehearsal.remove")}>
                {t("rehearsal.remove")}
              </ConfirmButton>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}
