import { Form, Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Button, FilterFields, Select } from "~/ui";
import { CLAIM_FILTERS, filterQuery, QUEUE_ORDERS, type QueueFilter } from "./filter";
import { markingPath } from "./paths";
import type { QueueFacets } from "./queue-page.view.server";

/** What of the queue is shown: quick choices with their counts, and the rest as a form. All of it stands in the address. */
export function QueueFilters({ facets, filter, locale }: { facets: QueueFacets; filter: QueueFilter; locale: Locale }) {
  const { t } = useTranslation("marking");
  const counted = (name: string, count: number): string => t("filter.counted", { name, count });
  const quick: { key: string; label: string; count: number; to: Partial<QueueFilter>; on: boolean }[] = [
    { key: "all", label: t("filter.all"), count: facets.total, to: { kind: null, late: false, claim: null }, on: filter.kind === null && !filter.late && filter.claim === null },
    ...facets.kinds.map(({ kind, waiting }) => ({ key: kind, label: t(`kind.${kind}`), count: waiting, to: { kind }, on: filter.kind === kind })),
    ...(facets.late > 0 ? [{ key: "late", label: t("overdue"), count: facets.late, to: { late: !filter.late }, on: filter.late }] : []),
    ...(facets.mine > 0 ? [{ key: "mine", label: t("filter.claims.mine"), count: facets.mine, to: { claim: filter.claim === "mine" ? null : ("mine" as const) }, on: filter.claim === "mine" }] : []),
  ];
  return (
    <>
      <ul aria-label={t("filter.label")} className="mb-4 flex flex-wrap gap-2">
        {quick.map(({ key, label, count, to, on }) => (
          <li key={key}>
            <Link
              to={markingPath(filterQuery({ ...filter, ...to }))}
              aria-current={on || undefined}
              className={clsx("inline-flex min-h-11 items-center gap-2 rounded-full border px-4", on ? "border-pine bg-pine-soft font-semibold text-pine-deep" : "border-line-strong bg-surface hover:border-pine")}
            >
              {label}
              <span className="text-sm text-ink-soft tabular">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Form role="search" action={markingPath()}>
        {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
        {filter.late && <input type="hidden" name="late" value="1" />}
        <FilterFields>
          {facets.cohorts.length > 1 && <Select label={t("cohort")} name="cohort" defaultValue={filter.cohortId ?? ""} placeholder={t("filter.anyCohort")} options={facets.cohorts.map(({ id, name, waiting }) => ({ value: id, label: counted(name, waiting) }))} className="w-72 max-sm:w-full" />}
          {facets.chapters.length > 1 && <Select label={t("chapter")} name="chapter" defaultValue={filter.chapterSlug ?? ""} placeholder={t("filter.anyChapter")} options={facets.chapters.map(({ slug, title, waiting }) => ({ value: slug, label: counted(pick(title, locale), waiting) }))} className="w-60 max-sm:w-full" />}
          <Select label={t("filter.claim")} name="claim" defaultValue={filter.claim ?? ""} placeholder={t("filter.anyClaim")} options={CLAIM_FILTERS.map((claim) => ({ value: claim, label: t(`filter.claims.${claim}`) }))} className="w-44 max-sm:w-full" />
          <Select label={t("filter.order")} name="order" defaultValue={filter.order} options={QUEUE_ORDERS.map((order) => ({ value: order, label: t(`filter.orders.${order}`) }))} className="w-52 max-sm:w-full" />
          <Button variant="secondary">{t("show")}</Button>
        </FilterFields>
      </Form>
    </>
  );
}
