import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import { Callout } from "~/ui";
import type { SheetAnswer } from "../sheet-answer";
import { CellShow } from "./CellShow";
import { useDesk } from "./desk";
import { spotOf } from "./places";
import { usePlaceName } from "./use-place-name";

/** What stands above the sheet: that it is handed in, that a form was not taken as it was, what others were faster with. */
export function EditorNotices({ answer }: { answer: SheetAnswer | undefined }) {
  const { t } = useTranslation("sheets");
  const { screen, status, io } = useDesk();
  const { locked } = screen;
  return (
    <div className="grid gap-3 not-empty:mb-5" data-print="no">
      {locked && (
        <Callout title={t("notice.locked")}>
          <p>{t(locked.by ? "notice.lockedBy" : "notice.lockedAt", { name: locked.by ?? "", at: formatDate(locked.at, { locale: io.locale, timeZone: screen.timeZone }) })}</p>
        </Callout>
      )}
      {status === "refused" && (
        <Callout kind="danger" title={t("notice.refused")}>
          <p>{t("notice.refusedText")}</p>
        </Callout>
      )}
      {answer && <Answer answer={answer} />}
    </div>
  );
}

function Answer({ answer }: { answer: SheetAnswer }) {
  const { t } = useTranslation("sheets");
  switch (answer.code) {
    case "saved":
    case "commented":
    case "settled":
      return null;
    case "conflicts":
      return (
        <Callout kind="danger" title={t("notice.conflicts", { count: answer.conflicts.length })}>
          <p>{t("notice.conflictsText")}</p>
          <ul className="grid gap-2">
            {answer.conflicts.map((conflict) => (
              <Conflict key={conflict.address} conflict={conflict} />
            ))}
          </ul>
        </Callout>
      );
    default:
      return (
        <Callout kind="danger">
          <p>{t(`answer.${answer.code}`)}</p>
        </Callout>
      );
  }
}

function Conflict({ conflict: { address, mine, theirs } }: { conflict: Extract<SheetAnswer, { code: "conflicts" }>["conflicts"][number] }) {
  const { t } = useTranslation("sheets");
  const { screen, io } = useDesk();
  const placeName = usePlaceName();
  const spot = spotOf(screen.definition, address);
  const cell = spot?.kind === "cell" ? spot.column : spot?.kind === "field" ? spot.field : null;
  if (!cell) return null;
  const show = (value: typeof mine) => <CellShow cell={cell} value={value ?? undefined} io={io} empty={t("cell.empty")} />;
  return (
    <li className="grid gap-1 rounded-md border border-line bg-surface px-3 py-2 text-sm">
      <span className="font-semibold">{placeName(address)}</span>
      <span>
        {t("notice.theirs")} {show(theirs)}
      </span>
      <span>
        {t("notice.mine")} {show(mine)}
      </span>
    </li>
  );
}
