import { useTranslation } from "react-i18next";
import type { FigurePage } from "./figure-page.view.server";
import { MIN_N } from "./weights";

/** The sum of one figure with its numbers in it, so that it can be done again by hand from the rows. */
export function FormulaCard({ page: { prior, posterior, estimate } }: { page: Pick<FigurePage, "prior" | "posterior" | "estimate"> }) {
  const { t } = useTranslation("capability");
  const { alpha, beta, n } = posterior;
  const [up, down] = [alpha - prior.strength * prior.mean, beta - prior.strength * (1 - prior.mean)];
  const [mean, strength] = [prior.mean.toFixed(2), prior.strength.toFixed(2)];
  const whose = prior.people === 0 ? t("formula.nobody") : prior.cohortName === null ? t("formula.company", { people: prior.people }) : t("formula.cohort", { name: prior.cohortName, people: prior.people });
  return (
    <>
      <ol className="mt-4 grid gap-1.5 text-sm tabular">
        <li>{t("formula.prior", { whose, mean, strength })}</li>
        <li>{t("formula.row")}</li>
        <li className="font-semibold">{t("formula.alpha", { strength, mean, up: up.toFixed(3), alpha: alpha.toFixed(3) })}</li>
        <li className="font-semibold">{t("formula.beta", { strength, mean, down: down.toFixed(3), beta: beta.toFixed(3) })}</li>
        <li>{t("formula.n", { up: up.toFixed(3), down: down.toFixed(3), n: n.toFixed(3), needed: MIN_N })}</li>
        {estimate.kind === "estimate" && (
          <>
            <li className="font-semibold">{t("formula.mean", { mean: estimate.mean.toFixed(3) })}</li>
            <li className="font-semibold">{t("formula.interval", { low: estimate.low.toFixed(3), high: estimate.high.toFixed(3) })}</li>
          </>
        )}
      </ol>
      <p className="mt-3 text-sm text-ink-soft">{t("formula.cap")}</p>
      <p className="mt-1 text-sm text-ink-soft">{t("formula.decay")}</p>
    </>
  );
}
