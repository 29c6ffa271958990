import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, Button, Callout, Card } from "~/ui";
import type { Log, LogOp } from "../client/use-log";
import type { StepPage } from "../step-page.view.server";

interface Props {
  log: Log;
  page: Pick<StepPage, "deals" | "tools">;
  locale: Locale;
  /** Puts a refused one into the form again. */
  onTake: (op: LogOp) => void;
}

/** What is on the device only: on its way, or refused by the server and waiting for a decision. */
export function Unsent({ log, page, locale, onTake }: Props) {
  const { t } = useTranslation("field");
  const named = ({ dealId, sheetKey }: LogOp): string => {
    const deal = page.deals.find(({ id }) => id === dealId);
    const tool = page.tools.find(({ key }) => key === sheetKey);
    return [deal?.accountName, tool && pick(tool.title, locale)].filter(Boolean).join(" · ");
  };
  if (log.unsent.length === 0 && log.refused.length === 0) return null;
  return (
    <div className="grid gap-3">
      {log.refused.map((op) => (
        <Callout key={op.opId} kind="mistake" title={named(op)}>
          <p>{t(`refused.${op.outcome}`)}</p>
          {op.note !== "" && <p className="text-ink-soft">{op.note}</p>}
          <p className="flex flex-wrap gap-2">
            <Button
              type="button"
              size="sm"
              onClick={() => {
                onTake(op);
                log.dismiss(op.opId);
              }}
            >
              {t("unsent.again")}
            </Button>
            <Button type="button" size="sm" variant="quiet" onClick={() => log.dismiss(op.opId)}>
              {t("unsent.drop")}
            </Button>
          </p>
        </Callout>
      ))}
      {log.unsent.length > 0 && (
        <Card level={3} title={t("unsent.title", { count: log.unsent.length })} aside={<Badge tone="mist">{t(`unsent.${log.state}`)}</Badge>}>
          <ul className="grid gap-2">
            {log.unsent.map((op) => (
              <li key={op.opId}>
                <p className="font-semibold">{named(op)}</p>
                {op.note !== "" && <p className="text-sm text-ink-soft">{op.note}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
