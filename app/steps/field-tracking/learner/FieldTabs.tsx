import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { roadPath } from "~/cohorts";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { PageHeader, Tabs } from "~/ui";
import { FIELD_BOOK_PATH, fieldPath, fieldPlanPath } from "../paths";

/** The head of the learner's pages of the step. */
export function FieldHead({ enrolmentId, chapterSlug, title, badge, locale }: { enrolmentId: string; chapterSlug: string; title: Bilingual; badge?: ReactNode; locale: Locale }) {
  const { t } = useTranslation(["field", "road"]);
  return (
    <>
      <PageHeader
        title={t("title")}
        badge={badge}
        lead={pick(title, locale)}
        crumbs={[
          { to: "/learn", label: t("road:home.title") },
          { to: roadPath(enrolmentId, chapterSlug), label: pick(title, locale) },
        ]}
      />
      <Tabs
        label={t("tabs.label")}
        tabs={[
          { to: fieldPath(enrolmentId, chapterSlug), label: t("tabs.log"), end: true },
          { to: fieldPlanPath(enrolmentId, chapterSlug), label: t("tabs.plan") },
          { to: FIELD_BOOK_PATH, label: t("tabs.book") },
        ]}
      />
    </>
  );
}
