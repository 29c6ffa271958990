import { useTranslation } from "react-i18next";
import { Disclosure, Card } from "~/ui";

interface Candidate {
  personId: string;
  name: string;
  email: string;
}

export interface EnrolmentPlanNoticeProps {
  plan: { enrol: readonly Candidate[]; returning: readonly Candidate[]; already: readonly Candidate[]; suspended: readonly Candidate[]; unknown: readonly string[]; passedOver: readonly string[] };
  /** The button that does it. */
  children: React.ReactNode;
}

const GROUPS = ["enrol", "returning", "already", "suspended"] as const;

/** What enrolling would change, with counts and names, before anything is written. */
export function EnrolmentPlanNotice({ plan, children }: EnrolmentPlanNoticeProps) {
  const { t } = useTranslation("cohorts");
  return (
    <Card title={t("enrol.plan")} className="border-signal">
      <div className="grid gap-2">
        {GROUPS.filter((group) => plan[group].length > 0).map((group) => (
          <Group key={group} title={t(`enrol.groups.${group}`, { count: plan[group].length })} open={group !== "already"} lines={plan[group].map((person) => ({ key: person.personId, name: person.name, more: person.email }))} />
        ))}
        {plan.unknown.length > 0 && <Group title={t("enrol.groups.unknown", { count: plan.unknown.length })} open lines={plan.unknown.map((email) => ({ key: email, name: email, more: "" }))} />}
        {plan.passedOver.length > 0 && <Group title={t("enrol.groups.passedOver", { count: plan.passedOver.length })} open lines={plan.passedOver.map((line) => ({ key: line, name: line, more: "" }))} />}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">{children}</div>
    </Card>
  );
}

/** Names in a box that scrolls: there may be thousands. */
function Group({ title, open, lines }: { title: string; open: boolean; lines: readonly { key: string; name: string; more: string }[] }) {
  return (
    <Disclosure open={open} summary={title} summaryClass="font-semibold">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div role="region" aria-label={title} tabIndex={0} className="max-h-60 overflow-y-auto">
        <ul className="columns-1 gap-8 text-sm sm:columns-2 lg:columns-3">
          {lines.map((line) => (
            <li key={line.key} className="break-inside-avoid py-0.5">
              {line.name} <span className="break-all text-ink-soft">{line.more}</span>
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
