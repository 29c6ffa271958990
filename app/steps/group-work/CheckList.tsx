import { useTranslation } from "react-i18next";
import CircleAlert from "lucide-react/icons/circle-alert";
import Circle from "lucide-react/icons/circle";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { FindingLine, MissingLine } from "./check-list";

/** What a sheet lacks, and what its checks found with the reason. Says so where it is all there. */
export function CheckList({ missing, findings }: { missing: readonly MissingLine[]; findings: readonly FindingLine[] }) {
  const { t } = useTranslation("group-work");
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="text-base">{t("check.missing", { count: missing.length })}</h3>
        {missing.length === 0 ? (
          <p className="text-ok">{t("check.complete")}</p>
        ) : (
          <ul className="mt-1 grid gap-1">
            {missing.map((line, at) => (
              <li key={at} className="flex items-start gap-2">
                <Circle aria-hidden className="mt-1.5 size-3.5 shrink-0 text-ink-faint" />
                <span className="min-w-0">
                  {line.kind === "rows" ? t("check.rows", { what: line.what, has: line.has, needs: line.needs }) : line.place === null ? line.what : t("check.cell", { place: line.place, what: line.what })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {findings.length > 0 && (
        <div>
          <h3 className="text-base">{t("check.findings", { count: findings.length })}</h3>
          <ul className="mt-1 grid gap-2">
            {findings.map((finding) => {
              const Icon = finding.severity === "problem" ? CircleAlert : TriangleAlert;
              return (
                <li key={finding.id} className="flex items-start gap-2">
                  <Icon aria-hidden className={finding.severity === "problem" ? "mt-1 size-4.5 shrink-0 text-danger" : "mt-1 size-4.5 shrink-0 text-mist"} />
                  <span className="min-w-0">
                    <span className="sr-only">{t(`check.severity.${finding.severity}`)}</span>
                    {finding.message}
                    <span className="block text-sm text-ink-soft">{finding.reason}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
