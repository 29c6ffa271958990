import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { personName } from "~/cohorts";
import { Meter, Table } from "~/ui";
import { COUNT_KINDS, type Counts } from "./contribution-share";

interface Person extends Counts {
  personId: string;
  name: string;
  nameLatin?: string | null;
  share: number;
}

export interface ContributionLedgerProps<P extends Person> {
  people: readonly P[];
  /** A further column: what peers said, for the instructor. */
  more?: { header: string; cell: (person: P) => ReactNode };
  locale: Locale;
}

/** Who contributed what: counts that the sheet's history bears out, not characters typed. */
export function ContributionLedger<P extends Person>({ people, more, locale }: ContributionLedgerProps<P>) {
  const { t } = useTranslation("group-work");
  return (
    <>
      <Table
        caption={t("ledger.title")}
        cards
        rows={[...people].sort((one, other) => other.share - one.share)}
        rowKey={(person) => person.personId}
        columns={[
          { key: "name", header: t("ledger.name"), cell: (person) => personName(person, locale) },
          { key: "share", header: t("ledger.share"), cell: (person) => <Meter label={t("ledger.shareOf", { name: personName(person, locale) })} value={Math.round(person.share * 100)} hideLabel /> },
          ...COUNT_KINDS.map((kind) => ({ key: kind, header: t(`ledger.${kind}`), align: "end" as const, cell: (person: P) => person[kind] })),
          ...(more ? [{ key: "more", header: more.header, cell: more.cell }] : []),
        ]}
      />
      <p className="px-4 pt-2 pb-4 text-sm text-ink-soft sm:px-5">{t("ledger.how")}</p>
    </>
  );
}
