import { useTranslation } from "react-i18next";
import { decimal, percent, signed } from "./figures";
import type { Figure } from "./figure";
import type { SeverityFigure } from "./season-severity";

type Write = (value: number) => string;

/** A figure's value, or why there is none. */
export function FigureValue({ figure, share = false }: { figure: Figure; share?: boolean }) {
  const { t } = useTranslation("raters");
  if (figure.kind === "insufficient") return <span className="text-ink-soft">{t("insufficientOf", { n: figure.n, needed: figure.needed })}</span>;
  if (figure.kind === "undefined") return <span className="text-ink-soft">{t("undefined")}</span>;
  return <>{(share ? percent : decimal)(figure.value)}</>;
}

/** Its interval; empty where there is no figure. */
export function FigureRange({ figure, share = false }: { figure: Figure; share?: boolean }) {
  const { t } = useTranslation("raters");
  if (figure.kind !== "estimate") return null;
  if (figure.interval === null) return <span className="text-ink-soft">{t("noInterval")}</span>;
  return <Range {...figure.interval} write={share ? percent : decimal} />;
}

/** A severity, signed. */
export function SeverityValue({ severity }: { severity: SeverityFigure }) {
  const { t } = useTranslation("raters");
  if (severity.kind === "insufficient") return <span className="text-ink-soft">{t("insufficientOf", { n: severity.n, needed: severity.needed })}</span>;
  if (severity.kind === "undefined") return <span className="text-ink-soft">{t("undefinedSeverity")}</span>;
  return <>{signed(severity.mean)}</>;
}

export function SeverityRange({ severity }: { severity: SeverityFigure }) {
  return severity.kind === "estimate" ? <Range low={severity.low} high={severity.high} write={signed} /> : null;
}

export function Range({ low, high, write = decimal }: { low: number; high: number; write?: Write }) {
  const { t } = useTranslation("raters");
  return (
    <span className="whitespace-nowrap">
      <span className="sr-only">{t("interval", { low: write(low), high: write(high) })}</span>
      <span aria-hidden>
        {write(low)} … {write(high)}
      </span>
    </span>
  );
}
