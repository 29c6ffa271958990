import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { Badge, Callout, Card } from "~/ui";
import type { AnchorPage } from "./anchor-page.view.server";
import { useShift } from "./ShiftText";

type Compared = Extract<AnchorPage, { mode: "compared" }>;

/** Both scores of every criterion with the panel's reason, the whole in one line, and what the case teaches. */
export function AnchorComparison({ page }: { page: Compared }) {
  const { t } = useTranslation("raters");
  const shift = useShift();
  const { rows } = page;
  return (
    <>
      <p className="text-lg font-semibold tabular">
        {t("anchor.summary", { same: rows.filter(({ given, agreed }) => given.level === agreed.level).length, all: rows.length, near: rows.filter(({ given, agreed }) => Math.abs(given.level - agreed.level) <= 1).length })} · {shift(page.shift)}
      </p>
      <ol className="grid gap-4" aria-label={t("anchor.compared")}>
        {rows.map((row) => (
          <Card key={row.criterion} as="li" level={2} title={row.title} aside={<Difference by={row.given.level - row.agreed.level} />}>
            <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              <div>
                <dt className="text-sm text-ink-soft">{t("anchor.yours")}</dt>
                <dd className="tabular">{t("anchor.levelText", row.given)}</dd>
              </div>
              <div>
                <dt className="text-sm text-ink-soft">{t("anchor.agreed")}</dt>
                <dd className="tabular">{t("anchor.levelText", row.agreed)}</dd>
              </div>
            </dl>
            <p className={clsx("measure mt-3 border-s-2 ps-3", row.given.level === row.agreed.level ? "border-line" : "border-pine")}>{row.reason}</p>
          </Card>
        ))}
      </ol>
      <Callout kind="key" title={t("anchor.lesson")}>
        <p className="measure">{page.lesson}</p>
      </Callout>
      {page.remark !== null && (
        <p className="measure">
          <span className="block text-sm text-ink-soft">{t("anchor.yourRemark")}</span>
          {page.remark}
        </p>
      )}
    </>
  );
}

function Difference({ by }: { by: number }) {
  const { t } = useTranslation("raters");
  if (by === 0) return <Badge tone="ok">{t("anchor.same")}</Badge>;
  return <Badge tone={Math.abs(by) > 1 ? "danger" : "mist"}>{by > 0 ? t("anchor.higher", { count: by }) : t("anchor.lower", { count: -by })}</Badge>;
}
