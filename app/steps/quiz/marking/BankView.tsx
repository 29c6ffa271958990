import { Form, Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { markingPath } from "~/marking";
import { Badge, Button, Card, EmptyState, FilterFields, PageHeader, Select } from "~/ui";
import { plainStem } from "../attempt/stem";
import type { BankFilter, BankPage } from "../bank.view.server";
import { bankPath } from "../paths";
import { RevealedAnswer } from "../RevealedAnswer";

export interface BankViewProps {
  bank: BankPage;
  chapterSlug: string;
  filter: BankFilter;
  locale: Locale;
}

/** The bank to read: a filtered list, and beside it the question opened, in both languages with key and explanation. */
export function BankView({ bank, chapterSlug, filter, locale }: BankViewProps) {
  const { t } = useTranslation(["marking", "quiz"]);
  const { chosen, lines } = bank;
  const query = new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])));
  const address = (id?: string): string => {
    const search = new URLSearchParams(query);
    if (id !== undefined) search.set("id", id);
    return search.size > 0 ? `${bankPath(chapterSlug)}?${search.toString()}` : bankPath(chapterSlug);
  };
  return (
    <>
      <PageHeader title={t("bank.title", { chapter: pick(bank.title, locale) })} lead={t("bank.lead", { count: bank.total })} crumbs={[{ to: markingPath(), label: t("title") }]} />
      <Form role="search" className={clsx(chosen && "max-lg:hidden")}>
        <FilterFields>
          <Select label={t("bank.kind")} name="kind" defaultValue={filter.kind ?? ""} placeholder={t("bank.any")} options={bank.kinds.map((kind) => ({ value: kind, label: t(`quiz:kind.${kind}`) }))} className="w-36 max-sm:flex-1" />
          <Select label={t("bank.competency")} name="competency" defaultValue={filter.competency ?? ""} placeholder={t("bank.any")} options={bank.competencies.map((id) => ({ value: id, label: t(`quiz:competency.${id}`) }))} className="w-44 max-sm:flex-1" />
          <Select label={t("bank.difficulty")} name="difficulty" defaultValue={filter.difficulty === null ? "" : String(filter.difficulty)} placeholder={t("bank.any")} options={([1, 2, 3] as const).map((level) => ({ value: String(level), label: t(`bank.level.${level}`) }))} className="w-36 max-sm:flex-1" />
          <Button variant="secondary">{t("bank.show")}</Button>
        </FilterFields>
      </Form>
      {lines.length === 0 ? (
        <EmptyState title={t("bank.none")}>{t("bank.noneText")}</EmptyState>
      ) : (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:items-start">
          <Card look="flush" className={clsx("lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto", chosen && "max-lg:hidden")}>
            <ul className="divide-y divide-line">
              {lines.map((line) => (
                <li key={line.id}>
                  <Link to={address(line.id)} preventScrollReset aria-current={line.id === chosen?.id || undefined} className={clsx("block px-4 py-3 hover:bg-paper", line.id === chosen?.id && "bg-pine-soft")}>
                    <span className="line-clamp-2 leading-snug">{plainStem(line.stem)}</span>
                    <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
                      <Badge>{t(`quiz:kind.${line.kind}`)}</Badge>
                      {t(`quiz:competency.${line.competency}`)}
                      <span className="tabular">{t(`bank.level.${line.difficulty as 1 | 2 | 3}`)}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
          {chosen === null ? (
            <div className="max-lg:hidden">
              <EmptyState title={t("bank.pick")}>{t("bank.pickText")}</EmptyState>
            </div>
          ) : (
            <Chosen chosen={chosen} back={address()} />
          )}
        </div>
      )}
    </>
  );
}

function Chosen({ chosen, back }: { chosen: NonNullable<BankPage["chosen"]>; back: string }) {
  const { t } = useTranslation(["marking", "quiz"]);
  return (
    <div className="grid min-w-0 gap-4">
      <Link to={back} className="inline-flex min-h-11 items-center justify-self-start text-pine underline underline-offset-4 lg:hidden">
        {t("bank.close")}
      </Link>
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
        <span className="tabular">{chosen.id}</span>
        <span>{t("bank.sectionIs", { section: chosen.sectionTitle })}</span>
        <span>{chosen.competencies.map((id) => t(`quiz:competency.${id}`)).join(t("quiz:paper.comma"))}</span>
      </p>
      {(["zh", "en"] as const).map((locale) => {
        const question = chosen[locale];
        return (
          <Card key={locale} title={t(`bank.${locale}`)}>
            <div lang={LANGUAGE_TAG[locale]} className="grid gap-3">
              {question.shown.case && <p className="measure border-s-3 border-line-strong ps-3 text-sm whitespace-pre-line">{question.shown.case}</p>}
              <p className="font-semibold">{plainStem(question.shown.stem)}</p>
              <RevealedAnswer question={question} />
            </div>
          </Card>
        );
      })}
    </div>
  );
}
