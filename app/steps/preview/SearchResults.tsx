import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { glossaryPath } from "~/courseware";
import { ButtonLink, EmptyState, PageHeader } from "~/ui";
import type { PageHit } from "./search.view.server";
import { SearchForm } from "./SearchForm";

/** Most hits that are shown at once. */
export const MOST_HITS = 40;

/** The search page: places in the text, the best first. */
export function SearchResults({ query, hits }: { query: string; hits: readonly PageHit[] }) {
  const { t } = useTranslation("preview");
  return (
    <>
      <PageHeader crumbs={[{ to: "/learn", label: t("learn") }]} title={t("search.title")} lead={t("search.lead")} />
      <div className="max-w-3xl">
        <SearchForm label={t("search.label")} button={t("search.button")} action="/learn/search" query={query} />
        <div className="mt-6">
          {query === "" ? (
            <EmptyState title={t("search.emptyTitle")}>{t("search.empty")}</EmptyState>
          ) : hits.length === 0 ? (
            <EmptyState title={t("search.noneTitle", { query })} action={<ButtonLink to={glossaryPath()}>{t("search.glossary")}</ButtonLink>}>
              {t("search.none")}
            </EmptyState>
          ) : (
            <>
              <p role="status" className="mb-2 text-sm text-ink-soft">
                {t("search.results", { count: hits.length })} {hits.length >= MOST_HITS && t("search.most", { count: MOST_HITS })}
              </p>
              <ol className="divide-y divide-line border-y border-line">
                {hits.map((hit) => (
                  <Hit key={hit.to + hit.kind} hit={hit} />
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
    </>
  );
}

function Hit({ hit }: { hit: PageHit }) {
  const { t } = useTranslation("preview");
  return (
    <li>
      <Link to={hit.to} className="block py-3 -outline-offset-2 hover:bg-surface">
        <span className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
          <span>
            {t("chapter", { number: hit.chapterNumber })} {hit.chapterTitle}
          </span>
          <span aria-hidden>·</span>
          <span>{hit.sectionTitle}</span>
          {hit.kind !== "text" && <span className="text-pine">{t(`search.kind.${hit.kind}`)}</span>}
        </span>
        <span className={hit.kind === "text" ? "mt-0.5 block" : "mt-0.5 block font-semibold"}>
          {hit.snippet.map((part, index) =>
            part.hit ? (
              <mark key={index} className="rounded-sm bg-pine-soft px-0.5 font-semibold text-pine-deep">
                {part.text}
              </mark>
            ) : (
              <span key={index}>{part.text}</span>
            ),
          )}
        </span>
      </Link>
    </li>
  );
}
