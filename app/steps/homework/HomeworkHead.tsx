import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { roadPath } from "~/cohorts";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { PageHeader, Tabs } from "~/ui";
import { homeworkPath, rehearsalsPath, reviewsPath } from "./paths";

export interface HomeworkPlace {
  enrolmentId: string;
  chapterSlug: string;
  title: Bilingual;
  /** Reviews that wait to be given, and rehearsals one was at. */
  toGive: number;
  rehearsals: number;
}

/** The head of the learner's pages: the chapter, and the three parts of homework. */
export function HomeworkHead({ place, heading, badge, locale }: { place: HomeworkPlace; heading: ReactNode; badge?: ReactNode; locale: Locale }) {
  const { t } = useTranslation(["homework", "road"]);
  const { enrolmentId, chapterSlug, title, toGive, rehearsals } = place;
  return (
    <>
      <PageHeader
        title={heading}
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
          { to: homeworkPath(enrolmentId, chapterSlug), label: t("tabs.work"), end: true },
          { to: rehearsalsPath(enrolmentId, chapterSlug), label: t("tabs.rehearsals"), count: rehearsals },
          { to: reviewsPath(enrolmentId, chapterSlug), label: t("tabs.reviews"), ...(toGive > 0 ? { count: toGive } : {}) },
        ]}
      />
    </>
  );
}
