import { useTranslation } from "react-i18next";
import type { GlossaryTerm } from "~/courseware";
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";
import { ButtonLink, EmptyState, PageHeader } from "~/ui";
import { SearchForm } from "./SearchForm";

/** Every term with its definition, in the reader's language first and the other below. */
export function GlossaryList({ terms, query, locale }: { terms: readonly GlossaryTerm[]; query: string; locale: Locale }) {
  const { t } = useTranslation("preview");
  const other: Locale = locale === "zh" ? "en" : "zh";
  return (
    <>
      <PageHeader title={t("glossary.title")} lead={t("glossary.lead")} />
      <div className="max-w-3xl">
        <SearchForm label={t("glossary.filter")} button={t("glossary.button")} action="/glossary" query={query} />
        <div className="mt-6">
          {terms.length === 0 ? (
            <EmptyState
              title={query === "" ? t("glossary.emptyTitle") : t("glossary.noneTitle", { query })}
              action={query !== "" && <ButtonLink to="/glossary">{t("glossary.all")}</ButtonLink>}
            >
              {t(query === "" ? "glossary.empty" : "glossary.none")}
            </EmptyState>
          ) : (
            <>
              <p role="status" className="mb-2 text-sm text-ink-soft">
                {t("glossary.count", { count: terms.length })}
              </p>
              <dl className="divide-y divide-line border-y border-line">
                {terms.map((term) => (
                  <div key={term.id} id={`term-${term.id}`} className="scroll-mt-20 py-4 target:bg-pine-soft target:px-3">
                    <dt className="flex flex-wrap items-baseline gap-x-3">
                      <span className="text-lg font-semibold">{term[locale]}</span>
                      <span lang={LANGUAGE_TAG[other]} className="text-ink-soft">
                        {term[other]}
                      </span>
                      <span lang="zh-Latn" className="text-sm text-ink-faint">
                        {term.pinyin}
                      </span>
                    </dt>
                    <dd className="measure mt-1">
                      {term.definition[locale]}
                      {term.chapters.length > 0 && <span className="block text-sm text-ink-soft">{t("glossary.chapters", { list: chapterNumbers(term.chapters, locale) })}</span>}
                    </dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** `03-build-trust` is chapter 3. */
function chapterNumbers(slugs: readonly string[], locale: Locale): string {
  return slugs.map((slug) => Number.parseInt(slug, 10)).sort((a, b) => a - b).join(locale === "zh" ? "、" : ", ");
}
