import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, EmptyState, PageHeader } from "~/ui";
import type { CapabilityPage } from "./capability-page.view.server";
import { CompetencyCard } from "./CompetencyCard";
import { RATE_SELF_PATH, REVIEW_PATH } from "./paths";
import type { Standing } from "./standing";
import { MIN_N, READY } from "./weights";

export interface CapabilityScreenProps {
  page: CapabilityPage;
  person: { id: string; name: string };
  /** It is the reader's own. */
  self: boolean;
  /** They have rated themselves before. */
  rated: boolean;
  /** Cards to review now; null where it is not one's own. */
  cardsDue: number | null;
  locale: Locale;
  timeZone: string;
}

/** What was strong last is seen first, then what to work on. */
const SECTIONS: readonly Standing[] = ["ready", "not-ready", "unsure", "insufficient"];

/** A person's capability: what is strong, what is missing, how sure that is, and what would change it. */
export function CapabilityScreen({ page, person, self, rated, cardsDue, locale, timeZone }: CapabilityScreenProps) {
  const { t } = useTranslation("capability");
  return (
    <>
      <PageHeader
        title={self ? t("title") : t("titleOf", { name: person.name })}
        lead={self ? t("lead") : t("leadOf")}
        actions={
          self && (
            <>
              {cardsDue !== null && cardsDue > 0 && <ButtonLink to={REVIEW_PATH}>{t("review.start", { count: cardsDue })}</ButtonLink>}
              <ButtonLink to={RATE_SELF_PATH} variant="secondary">
                {rated ? t("views.rateAgain") : t("views.rate")}
              </ButtonLink>
            </>
          )
        }
      />
      {page.competencies.length === 0 ? (
        <EmptyState title={t("none")}>{self ? t("noneText") : t("noneTextOf")}</EmptyState>
      ) : (
        <div className="grid gap-8">
          <p className="measure text-sm text-ink-soft">{t("scale", { ready: READY * 100 })}</p>
          {SECTIONS.map((standing) => {
            const shown = page.competencies.filter((one) => one.standing === standing);
            if (shown.length === 0) return null;
            return (
              <section key={standing} aria-labelledby={standing}>
                <h2 id={standing} className="text-lg">
                  {t(`section.${standing}`)}
                </h2>
                <p className="mb-3 text-sm text-ink-soft">{t(`sectionHint.${standing}`, { ready: READY * 100, needed: MIN_N })}</p>
                <ul className="grid gap-3 lg:grid-cols-2">
                  {shown.map((one) => (
                    <CompetencyCard key={one.competency} one={one} personId={person.id} self={self} locale={locale} timeZone={timeZone} />
                  ))}
                </ul>
              </section>
            );
          })}
          {page.untouched.length > 0 && <p className="measure text-sm text-ink-soft">{t("untouched", { list: page.untouched.map((id) => t(`quiz:competency.${id}`)).join(t("comma")) })}</p>}
        </div>
      )}
      {self && cardsDue === 0 && (
        <p className="mt-8 text-sm">
          <Link to={REVIEW_PATH} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
            {t("review.title")}
          </Link>
        </p>
      )}
    </>
  );
}
