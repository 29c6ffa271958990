import { useTranslation } from "react-i18next";
import type { NamedConflict } from "./named-conflict";
import type { Names } from "./names-of";

const SHOWN = 8;

/** What a schedule breaks, in words. */
export function ConflictList({ conflicts, names }: { conflicts: readonly NamedConflict[]; names: Names }) {
  const { t } = useTranslation("defense-days");
  return (
    <ul className="list-disc ps-5">
      {conflicts.slice(0, SHOWN).map(({ code, enrolmentId, examinerId, withEnrolmentId }) => (
        <li key={[code, enrolmentId, examinerId, withEnrolmentId].join()}>{t(`conflict.${code}`, { name: names.candidate(enrolmentId), examiner: names.examiner(examinerId), other: names.candidate(withEnrolmentId) })}</li>
      ))}
      {conflicts.length > SHOWN && <li>{t("day.conflictsMore", { count: conflicts.length - SHOWN })}</li>}
    </ul>
  );
}
