import { useTranslation } from "react-i18next";
import { Callout, Card } from "~/ui";
import type { RoundScreen } from "./round-screen";
import type { ShownHiddenBrief, ShownSalesBrief, ShownScenario } from "./shown";

/** The papers of a round that its reader may read: scene and actions always, each brief for whom it is. */
export function Briefing({ screen }: { screen: RoundScreen }) {
  const { hiddenBrief, salesBrief, scenario, role } = screen;
  return (
    <>
      {role === "customer" && hiddenBrief && <HiddenBrief brief={hiddenBrief} secret />}
      <Scene scenario={scenario} />
      {salesBrief && <SalesBrief brief={salesBrief} />}
      {role !== "customer" && hiddenBrief && <HiddenBrief brief={hiddenBrief} />}
    </>
  );
}

export function Scene({ scenario }: { scenario: ShownScenario }) {
  const { t } = useTranslation("role-play");
  return (
    <Card title={t("brief.scene")} aside={<span className="text-sm text-ink-soft">{t(`stage.${scenario.stage}`)}</span>}>
      <p className="leading-7">{scenario.scene}</p>
      <p className="mt-3 text-ink-soft">{t("brief.customer", { name: scenario.customer.name, title: scenario.customer.title })}</p>
      <h3 className="mt-4 text-base">{t("brief.actions")}</h3>
      <ol className="mt-1 list-decimal ps-5 leading-7">
        {scenario.actions.map((action) => (
          <li key={action.id}>{action.text}</li>
        ))}
      </ol>
    </Card>
  );
}

export function SalesBrief({ brief }: { brief: ShownSalesBrief }) {
  const { t } = useTranslation("role-play");
  return (
    <Card title={t("brief.salesperson")}>
      <p className="leading-7">{brief.who}</p>
      <h3 className="mt-3 text-base">{t("brief.goal")}</h3>
      <p className="leading-7">{brief.goal}</p>
      <h3 className="mt-3 text-base">{t("brief.knows")}</h3>
      <ul className="list-disc ps-5 leading-7">
        {brief.knows.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Card>
  );
}

/** What the customer knows and how to play them; `secret` while nobody else may read it. */
export function HiddenBrief({ brief, secret = false }: { brief: ShownHiddenBrief; secret?: boolean }) {
  const { t } = useTranslation("role-play");
  return (
    <Card title={t("brief.hidden")}>
      {secret && <Callout kind="note">{t("brief.secret")}</Callout>}
      <p className="mt-3 font-semibold">{t(`type.${brief.type.task ? "task" : "people"}-${brief.type.forceful ? "forceful" : "easygoing"}`)}</p>
      <p className="leading-7">{brief.persona}</p>
      <ul className="mt-2 list-disc ps-5 leading-7">
        {brief.acting.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h3 className="mt-4 text-base">{t("brief.opening")}</h3>
      <p className="leading-7">{brief.opening}</p>
      <h3 className="mt-4 text-base">{t("brief.facts")}</h3>
      <dl className="grid gap-2">
        {brief.facts.map((fact) => (
          <div key={fact.id} className="rounded-md bg-paper px-3 py-2">
            <dt className="leading-7">{fact.text}</dt>
            <dd className="text-sm text-ink-soft">
              {t(`release.${fact.release}`)}
              {t("colon")}
              {fact.when}
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-4 text-base">{t("brief.objections")}</h3>
      <ol className="grid gap-2">
        {brief.objections.map((one) => (
          <li key={one.id} className="rounded-md bg-paper px-3 py-2">
            <p className="leading-7">{one.says}</p>
            <p className="text-sm text-ink-soft">{t("brief.eased", { text: one.eased })}</p>
            <p className="text-sm text-ink-soft">{t("brief.otherwise", { text: one.otherwise })}</p>
          </li>
        ))}
      </ol>
      <h3 className="mt-4 text-base">{t("brief.agrees")}</h3>
      <p className="leading-7">{brief.agrees}</p>
      <h3 className="mt-4 text-base">{t("brief.refuses")}</h3>
      <p className="leading-7">{brief.refuses}</p>
    </Card>
  );
}
