import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { type MarkDraft, RubricForm } from "~/marking";
import { ButtonLink, Callout, Card, DataList, Flash, PageHeader } from "~/ui";
import type { AnchorPage, ShownAnchor } from "./anchor-page.view.server";
import { AnchorComparison } from "./AnchorComparison";
import { anchorPath, CALIBRATION_PATH } from "./paths";

/** Why scores were not taken; they come back to the form. */
export interface AnchorRefusal {
  problem: "changed" | "too-soon" | "criterion-missing" | "criterion-unknown" | "not-a-level";
  from: Date | null;
  draft: MarkDraft;
}

export interface AnchorScreenProps {
  page: AnchorPage;
  locale: Locale;
  timeZone: string;
  now: Date;
  refusal: AnchorRefusal | null;
}

/** One anchor: before scoring the case and the rubric, afterwards both scores side by side with the reasons. */
export function AnchorScreen({ page, locale, timeZone, now, refusal }: AnchorScreenProps) {
  const { t } = useTranslation("raters");
  const day = (date: Date): string => formatDate(date, { locale, timeZone, style: "date" });
  const problem = refusal && t(`problem.${refusal.problem}`, { date: refusal.from === null ? "" : day(refusal.from) });
  return (
    <>
      <PageHeader
        title={page.anchor.title}
        lead={page.mode === "blind" ? t("anchor.blind") : t("anchor.ratedOn", { date: day(page.ratedAt) })}
        badge={page.round > 1 && <span className="text-sm text-ink-soft">{t("anchor.round", { round: page.round })}</span>}
        crumbs={[{ to: CALIBRATION_PATH, label: t("anchor.crumb") }]}
      />
      <Flash messages={problem ? [{ id: problem, tone: "danger", text: problem }] : []} />
      {page.mode === "blind" ? (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
          <AnchorCase anchor={page.anchor} />
          <Card title={t("anchor.rubric")} className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
            <RubricForm
              key={page.hash}
              rubric={page.rubric}
              subject={`anchor:${page.anchor.key}:${page.round}`}
              seen={null}
              hidden={{ hash: page.hash }}
              initial={refusal?.draft ?? { criteria: {}, remark: "" }}
              refused={refusal !== null}
              acts={[{ value: "score", label: t("anchor.submit") }]}
              remarkHint={t("anchor.remark")}
            >
              <p className="text-sm text-ink-soft">{t("anchor.final")}</p>
            </RubricForm>
          </Card>
        </div>
      ) : (
        <div className="grid max-w-4xl gap-6">
          <AnchorComparison page={page} />
          <Again page={page} now={now} day={day} />
          <details className="rounded-lg border border-line bg-surface px-4 py-1">
            <summary className="inline-flex min-h-11 items-center font-semibold">{t("anchor.transcript")}</summary>
            <div className="py-3">
              <AnchorCase anchor={page.anchor} />
            </div>
          </details>
        </div>
      )}
    </>
  );
}

function Again({ page, now, day }: { page: Extract<AnchorPage, { mode: "compared" }>; now: Date; day: (date: Date) => string }) {
  const { t } = useTranslation("raters");
  if (page.againFrom === null) return <p className="text-sm text-ink-soft">{t("anchor.retired")}</p>;
  if (page.againFrom > now) return <p className="text-sm text-ink-soft">{t("anchor.againFrom", { date: day(page.againFrom) })}</p>;
  return (
    <Callout kind="note">
      <p>{t("anchor.againNow")}</p>
      <ButtonLink to={anchorPath(page.anchor.key, true)} variant="secondary">
        {t("calibration.again")}
      </ButtonLink>
    </Callout>
  );
}

/** The written defense: who stands there, what they brought, what was said. */
function AnchorCase({ anchor }: { anchor: ShownAnchor }) {
  const { t } = useTranslation("raters");
  return (
    <div className="grid min-w-0 gap-6">
      <p>
        <span className="text-ink-soft">{t("anchor.who")}</span>
        <br />
        {anchor.candidate}
      </p>
      <section className="grid gap-4" aria-label={t("anchor.exhibits")}>
        {anchor.exhibits.map(({ title, items }) => (
          <Card key={title} title={title} level={3} look="plain">
            <DataList items={items.map(({ term, text }) => ({ key: term, term, value: text }))} />
          </Card>
        ))}
      </section>
      <section>
        <h2 className="mb-2 text-lg">{t("anchor.transcript")}</h2>
        <dl className="measure grid gap-3">
          {anchor.transcript.map(({ who, text }, at) => (
            <div key={at} className={who === "examiner" ? "border-s-2 border-line-strong ps-3" : "ps-3.5"}>
              <dt className="text-xs font-semibold text-ink-soft">{t(`anchor.${who}`)}</dt>
              <dd className={who === "examiner" ? "text-ink-soft" : undefined}>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
