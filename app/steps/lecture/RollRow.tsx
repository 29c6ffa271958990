import { useFetcher } from "@remix-run/react";
import clsx from "clsx";
import Smartphone from "lucide-react/icons/smartphone";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Button, buttonClass, Select, TextField } from "~/ui";
import { type AttendanceStatus, type AttendanceWay, ROLL_STATUSES } from "./attendance";
import { StatusBadge } from "./StatusBadge";

export interface RollRowProps {
  line: { enrolmentId: string; name: string; nameLatin: string | null; status: AttendanceStatus | null; how: AttendanceWay | null; at: Date | null; recordedBy: string | null; reason: string | null; sharesDeviceWith: string[] };
  /** After the end every change is a correction with a reason. */
  ended: boolean;
  /** Who looks may change it. */
  mayMark: boolean;
  locale: Locale;
  timeZone: string;
}

/** One learner on the roll: what counts, how it came about, and the buttons that say otherwise. */
export function RollRow({ line, ended, mayMark, locale, timeZone }: RollRowProps) {
  const { t } = useTranslation("lecture");
  const fetcher = useFetcher<{ problem: string | null }>();
  const wanted = fetcher.formData?.get("status") as AttendanceStatus | null | undefined;
  const status = wanted ?? line.status;
  const name = locale === "en" ? (line.nameLatin ?? line.name) : line.name;
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-5">
      <div className="min-w-0 self-center">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{name}</span>
          <StatusBadge status={status} />
        </p>
        {line.at && line.how && (
          <p className="text-sm text-ink-soft">
            <span className="tabular">{formatDate(line.at, { locale, timeZone, style: "time" })}</span> {t(`how.${line.how}`, { who: line.recordedBy ?? "" })}
            {line.reason && <span> · {t("roll.reason", { reason: line.reason })}</span>}
          </p>
        )}
        {line.sharesDeviceWith.length > 0 && (
          <p className="mt-1 flex items-start gap-1.5 text-sm font-semibold text-danger">
            <Smartphone aria-hidden className="mt-1 size-4 shrink-0" />
            {t("roll.sharedDevice", { count: line.sharesDeviceWith.length + 1, names: line.sharesDeviceWith.join(t("roll.and")) })}
          </p>
        )}
        {fetcher.data?.problem && (
          <p role="alert" className="mt-1 text-sm font-semibold text-danger">
            {fetcher.data.problem}
          </p>
        )}
      </div>
      {mayMark && !ended && (
        <fetcher.Form method="post" aria-label={t("roll.mark", { name })} className="grid grid-cols-4 self-center sm:flex">
          <input type="hidden" name="intent" value="mark" />
          <input type="hidden" name="enrolment" value={line.enrolmentId} />
          {ROLL_STATUSES.map((choice) => (
            <button
              key={choice}
              name="status"
              value={choice}
              aria-pressed={status === choice}
              className={clsx(
                "min-h-11 border border-s-0 border-line-strong px-1 text-sm sm:px-3 first-of-type:rounded-s-md first-of-type:border-s last-of-type:rounded-e-md hover:text-pine",
                status === choice ? "bg-pine font-semibold text-on-pine hover:text-on-pine" : "bg-surface text-ink",
              )}
            >
              {t(`status.${choice}`)}
            </button>
          ))}
        </fetcher.Form>
      )}
      {mayMark && ended && (
        <details className="sm:max-w-md sm:justify-self-end">
          <summary className={buttonClass("quiet", "sm")}>{t("roll.correct")}</summary>
          <fetcher.Form method="post" aria-label={t("roll.mark", { name })} className="mt-2 grid gap-3 rounded-lg border border-line bg-paper p-4">
            <input type="hidden" name="intent" value="mark" />
            <input type="hidden" name="enrolment" value={line.enrolmentId} />
            <Select label={t("roll.newStatus")} name="status" options={[...ROLL_STATUSES, "make-up" as const].map((choice) => ({ value: choice, label: t(`status.${choice}`) }))} defaultValue={line.status === "absent" ? "make-up" : (line.status ?? "present")} />
            <TextField label={t("roll.why")} name="reason" required minLength={2} maxLength={500} hint={t("roll.whyHint")} />
            <Button type="submit" variant="primary" size="sm" pending={fetcher.state !== "idle"}>
              {t("roll.save")}
            </Button>
          </fetcher.Form>
        </details>
      )}
    </li>
  );
}
