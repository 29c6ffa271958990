import { useTranslation } from "react-i18next";
import { Avatar } from "~/ui";
import { useDesk } from "../desk";

/** Who contributed what: what still stands, what was made better, which checks were put right, which remarks settled. */
export function Contributions() {
  const { t } = useTranslation("sheets");
  const { screen } = useDesk();
  if (screen.contributions.length < 2) return null;
  const most = Math.max(1, ...screen.contributions.map(({ filled, improved }) => filled + improved));
  return (
    <section>
      <h2 className="text-base">{t("contributions.title")}</h2>
      <p className="mb-2 text-sm text-ink-soft">{t("contributions.explain")}</p>
      <ul className="grid gap-3">
        {screen.contributions.map(({ personId, name, filled, improved, fixed, resolved }) => (
          <li key={personId} className="flex gap-2.5">
            <Avatar name={name} size="sm" className="mt-0.5" />
            <div className="min-w-0 flex-1">
              <p className="text-sm font-semibold">{name}</p>
              <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="my-1 h-1.5 w-full">
                <rect width="100" height="4" className="fill-paper-deep" />
                <rect width={(filled / most) * 100} height="4" className="fill-pine" />
                <rect x={(filled / most) * 100} width={(improved / most) * 100} height="4" className="fill-mist" />
              </svg>
              <p className="text-sm text-ink-soft tabular">
                {[t("contributions.filled", { count: filled }), improved > 0 && t("contributions.improved", { count: improved }), fixed > 0 && t("contributions.fixed", { count: fixed }), resolved > 0 && t("contributions.resolved", { count: resolved })].filter(Boolean).join(t("list.dot"))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
