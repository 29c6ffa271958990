import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card, SubmitButton } from "~/ui";
import { personName } from "../person-name";
import type { FormingRule } from "./form-groups";

interface After {
  id: string;
  name: string;
  before: number;
  after: number;
  sizeProblem: string | null;
}

export interface MoveNoticeProps {
  plan: { learner: { id: string; name: string; nameLatin: string | null }; from: After | null; to: After | null; against: readonly { rule: FormingRule; people: readonly { name: string; nameLatin: string | null }[] }[] };
  /** What becomes of the learner's work, by the rooms that keep it. */
  children?: ReactNode;
  locale: Locale;
}

/** What moving a learner brings, before it is done. */
export function MoveNotice({ plan, children, locale }: MoveNoticeProps) {
  const { t } = useTranslation("groups");
  const name = personName(plan.learner, locale);
  const size = (group: After) => `${t("move.size", { group: group.name, before: group.before, after: group.after })}${group.sizeProblem ? t(`move.${group.sizeProblem}`) : ""}`;
  const title = plan.from && plan.to ? t("move.title", { name, from: plan.from.name, to: plan.to.name }) : plan.to ? t("move.titleIn", { name, to: plan.to.name }) : t("move.titleOut", { name, from: plan.from?.name });
  return (
    <Card title={title} className="border-signal">
      <ul className="list-disc ps-5">
        {plan.from && <li>{size(plan.from)}</li>}
        {plan.to && <li>{size(plan.to)}</li>}
        {plan.against.map(({ rule, people }) => (
          <li key={rule}>
            {t(`against.${rule}`)}
            {t("colon")}
            {people.map((person) => personName(person, locale)).join(t("comma"))}
          </li>
        ))}
        {children}
      </ul>
      <Form method="post" className="mt-4">
        <input type="hidden" name="enrolment" value={plan.learner.id} />
        <input type="hidden" name="from" value={plan.from?.id ?? ""} />
        <input type="hidden" name="to" value={plan.to?.id ?? ""} />
        <SubmitButton name="intent" value="move">
          {t("move.confirm")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
