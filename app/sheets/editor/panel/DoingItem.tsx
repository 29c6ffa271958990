import { Form } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";
import History from "lucide-react/icons/history";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import { ConfirmButton } from "~/ui";
import { sheetPath } from "../../paths";
import { CellShow } from "../CellShow";
import { useDesk } from "../desk";
import type { Doing, ShownChange } from "../history-groups";
import { spotOf } from "../places";
import { usePlaceName } from "../use-place-name";

const MOST_SHOWN = 4;

/** What somebody did in one go: before and after, cell by cell; and the way back to how it was then. */
export function DoingItem({ doing, whole }: { doing: Doing; /** All of the sheet is told: it can be restored. */ whole: boolean }) {
  const { t } = useTranslation("sheets");
  const { screen, io, fillable } = useDesk();
  const when = formatDate(doing.at, { locale: io.locale, timeZone: screen.timeZone, style: "date-time" });
  const shown = doing.changes.slice(0, MOST_SHOWN);
  const rest = doing.changes.slice(MOST_SHOWN);
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{doing.author?.name ?? t("history.nobody")}</span>
        <span className="text-ink-faint tabular">{when}</span>
        {doing.how !== "edit" && <span className="text-ink-soft">{t(`history.how.${doing.how}`)}</span>}
      </p>
      <ul className="mt-1 grid gap-1.5">
        {shown.map((change, at) => (
          <Change key={at} change={change} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-9 items-center text-sm text-pine underline underline-offset-4 coarse:min-h-11">{t("history.more", { count: rest.length })}</summary>
          <ul className="mt-1 grid gap-1.5">
            {rest.map((change, at) => (
              <Change key={at} change={change} />
            ))}
          </ul>
        </details>
      )}
      {fillable && whole && doing.since > 0 && (
        <Form method="post" action={sheetPath(screen.id, { panel: "history" })} preventScrollReset className="mt-1.5">
          <input type="hidden" name="to" value={doing.version} />
          <ConfirmButton
            name="intent"
            value="restore"
            variant="quiet"
            size="sm"
            harmless
            icon={<History aria-hidden className="size-4" />}
            title={t("history.restoreTitle", { at: when })}
            consequence={t("history.restoreConsequence", { count: doing.since })}
            confirmLabel={t("history.restoreConfirm")}
          >
            {t("history.restore")}
          </ConfirmButton>
        </Form>
      )}
    </li>
  );
}

function Change({ change }: { change: ShownChange }) {
  const { t } = useTranslation("sheets");
  const { screen, io } = useDesk();
  const placeName = usePlaceName();
  if (change.kind === "row") return <li className="text-sm">{t(`history.row.${change.what}`, { place: placeName(change.address) })}</li>;
  const spot = spotOf(screen.definition, change.address);
  const cell = spot?.kind === "cell" ? spot.column : spot?.kind === "field" ? spot.field : null;
  const show = (value: typeof change.before) => (value === null || !cell ? <span className="text-ink-faint">{t("cell.empty")}</span> : <CellShow cell={cell} value={value} io={io} />);
  return (
    <li className="text-sm">
      <span className="block text-ink-soft">{placeName(change.address)}</span>
      <span className="flex flex-wrap items-baseline gap-x-1.5 leading-snug">
        {change.before !== null && (
          <>
            <span className="text-ink-soft line-through decoration-ink-faint">{show(change.before)}</span>
            <ArrowRight aria-label={t("history.becomes")} className="size-3.5 shrink-0 self-center text-ink-faint" />
          </>
        )}
        <span className="min-w-0">{show(change.after)}</span>
      </span>
    </li>
  );
}
