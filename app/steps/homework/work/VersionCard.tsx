import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card } from "~/ui";
import { Judgement } from "../Judgement";
import type { ShownVersion } from "../work-page.view.server";

/** A handed-in version: when, what the instructor said, what peers said. */
export function VersionCard({ version, open, locale, timeZone }: { version: ShownVersion; open: boolean; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("homework");
  const { mark, reviews } = version;
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  return (
    <Card
      title={t("version.title", { number: version.number })}
      aside={
        <span className="flex flex-wrap items-center gap-2 text-sm text-ink-soft tabular">
          {t("version.handedIn", { at: when(version.submittedAt) })}
          {version.late && <Badge tone="danger">{t("version.late")}</Badge>}
          {mark && <Badge tone={mark.verdict === "accepted" ? "ok" : "signal"}>{t(`verdict.${mark.verdict}`)}</Badge>}
        </span>
      }
    >
      {mark === null && reviews.length === 0 && <p className="text-ink-soft">{t("version.nothingYet")}</p>}
      {mark && (
        <details open={open}>
          <summary className="inline-flex min-h-11 items-center font-semibold">{t("version.mark", { by: mark.marker, at: when(mark.at) })}</summary>
          <Judgement {...mark} />
        </details>
      )}
      {reviews.map((review, at) => (
        <details key={at} open={open && mark === null}>
          <summary className="inline-flex min-h-11 items-center font-semibold">{t("version.review", { number: at + 1, at: when(review.at) })}</summary>
          <Judgement {...review} />
        </details>
      ))}
    </Card>
  );
}
