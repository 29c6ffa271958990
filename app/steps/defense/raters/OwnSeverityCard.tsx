import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Card } from "~/ui";
import { axisReach, DotWhisker } from "./DotWhisker";
import { decimal, direction, signed } from "./figures";
import type { OwnSeverity } from "./own-severity.view.server";

/** What an examiner learns of themself from the seasons that are over. */
export function OwnSeverityCard({ own, locale, timeZone }: { own: OwnSeverity[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("raters");
  return (
    <Card title={t("own.title")}>
      <p className="text-sm text-ink-soft">{t("own.lead")}</p>
      {own.length === 0 ? (
        <>
          <p className="mt-3 font-semibold">{t("own.none")}</p>
          <p className="text-ink-soft">{t("own.noneText")}</p>
        </>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {own.map((season) => (
            <li key={`${season.cohortId} ${season.until.toISOString()}`} className="py-3">
              <h3 className="text-base font-semibold">{t("own.season", { name: season.cohortName, date: formatDate(season.until, { locale, timeZone, style: "date" }) })}</h3>
              <Result season={season} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Result({ season: { severity, colleagues } }: { season: OwnSeverity }) {
  const { t } = useTranslation("raters");
  if (severity.kind === "insufficient") return <p>{t("own.insufficient", { n: severity.n, needed: severity.needed })}</p>;
  if (severity.kind === "undefined") return <p>{t("own.undefined")}</p>;
  const towards = direction(severity);
  const value = decimal(Math.abs(severity.mean));
  return (
    <>
      <p>{towards === "cannotTell" ? t("own.cannotTell", { colleagues }) : towards === "severe" ? t("own.severe", { colleagues, value }) : t("own.lenient", { colleagues, value })}</p>
      <DotWhisker {...severity} reach={axisReach([severity.low, severity.high])} told={towards !== "cannotTell"} />
      <p className="text-sm text-ink-soft tabular">{t("own.basis", { n: severity.n, low: signed(severity.low), high: signed(severity.high) })}</p>
    </>
  );
}
