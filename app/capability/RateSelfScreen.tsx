import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormFailure } from "~/platform/forms.server";
import { FormErrors, FormFailureProvider, PageHeader, RadioGroup, SubmitButton } from "~/ui";
import { competenciesOf, COMPETENCY_GROUPS } from "./competency";
import { OWN_CAPABILITY_PATH } from "./paths";
import type { SelfRatings } from "./rate-self.server";
import { SELF_LEVELS } from "./self-rating";

/** One of five described levels per competency; what cannot be said is left out. */
export function RateSelfScreen({ ratings, failure }: { ratings: SelfRatings; failure: FormFailure | null }) {
  const { t } = useTranslation("capability");
  const options = SELF_LEVELS.map((level) => ({ value: String(level), label: t(`rate.level.${level}`) }));
  return (
    <>
      <PageHeader title={t("rate.title")} lead={t("rate.lead")} crumbs={[{ label: t("title"), to: OWN_CAPABILITY_PATH }]} />
      <FormFailureProvider failure={failure}>
        <Form method="post" className="grid max-w-4xl gap-8">
          <FormErrors />
          <p className="text-sm text-ink-soft">{t("rate.pick")}</p>
          {COMPETENCY_GROUPS.map((group) => (
            <section key={group} aria-labelledby={group} className="grid gap-6">
              <h2 id={group} className="text-lg">
                {t(`rate.group.${group}`)}
              </h2>
              {competenciesOf(group).map((competency) => (
                <RadioGroup key={competency} label={t(`quiz:competency.${competency}`)} name={`ratings.${competency}`} layout="row" options={options} {...(ratings[competency] === undefined ? {} : { defaultValue: String(ratings[competency]) })} />
              ))}
            </section>
          ))}
          <div>
            <SubmitButton>{t("rate.save")}</SubmitButton>
          </div>
        </Form>
      </FormFailureProvider>
    </>
  );
}
