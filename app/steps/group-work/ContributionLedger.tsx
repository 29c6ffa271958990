import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Meter } from "~/ui";
import { COUNT_KINDS, type Counts } from "./contribution-share";

interface Person extends Counts {
  personId: string;
  name: string;
  nameLatin?: string | null;
  share: number;
}

export interface ContributionLedgerProps<P extends Person> {
  people: readonly P[];
  /** What else there is to say of a person: what peers said, for the instructor. */
  more?: (person: P) => ReactNode;
  locale: Locale;
}

/** Who contributed what, who did most first: counts that the sheet's history bears out, not characters typed. */
export function ContributionLedger<P extends Person>({ people, more, locale }: ContributionLedgerProps<P>) {
  const { t } = useTranslation("group-work");
  return (
    <>
      <ul className="divide-y divide-line">
        {[...people]
          .sort((one, other) => other.share - one.share)
          .map((person) => {
            const name = personName(person, locale);
            const percent = Math.round(person.share * 100);
            const counts = COUNT_KINDS.filter((kind) => person[kind] > 0).map((kind) => t(`ledger.${kind}`, { count: person[kind] }));
            return (
              <li key={person.personId} className="py-2">
                <div className="grid grid-cols-[minmax(6rem,2fr)_minmax(0,3fr)_3rem] items-center gap-3">
                  <span className="font-semibold">{name}</span>
                  <Meter label={t("ledger.shareOf", { name })} value={percent} hideLabel />
                  <span className="text-end text-sm tabular">{percent}%</span>
                </div>
                <p className="text-sm text-ink-soft tabular">{counts.length > 0 ? counts.join(t("dot")) : t("ledger.nothing")}</p>
                {more?.(person)}
              </li>
            );
          })}
      </ul>
      <p className="pt-2 text-sm text-ink-soft">{t("ledger.how")}</p>
    </>
  );
}
