import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The work and the rubric always together: side by side on a desk, one above the other on a phone with a switch that stays in sight. */
export function Beside({ exhibit, children }: { exhibit: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("marking");
  return (
    <>
      <nav aria-label={t("parts")} data-print="no" className="sticky top-14 z-10 -mx-4 mb-4 grid grid-cols-2 gap-2 border-b border-line bg-paper px-4 py-2 lg:hidden">
        <a href="#exhibit" className="grid min-h-11 place-items-center rounded-md border border-line-strong bg-surface font-semibold text-ink">
          {t("exhibit")}
        </a>
        <a href="#rubric" className="grid min-h-11 place-items-center rounded-md border border-line-strong bg-surface font-semibold text-ink">
          {t("rubric")}
        </a>
      </nav>
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start lg:gap-8">
        <section id="exhibit" aria-label={t("exhibit")} className="grid min-w-0 scroll-mt-32 gap-4 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
          {exhibit}
        </section>
        <section id="rubric" aria-label={t("rubric")} className="min-w-0 scroll-mt-32">
          {children}
        </section>
      </div>
    </>
  );
}
