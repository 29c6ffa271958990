import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import type { DayCandidate, DayExaminer } from "./whole-day";

type Named = { name: string; nameLatin: string | null };

export interface Names {
  examiner: (personId: string | null) => string;
  candidate: (enrolmentId: string | null) => string;
}

/** The names of a day's people by their ids, as readers of a language write them. */
export function namesOf(people: { examiners: readonly (Named & Pick<DayExaminer, "personId">)[]; candidates: readonly (Named & Pick<DayCandidate, "enrolmentId">)[] }, locale: Locale): Names {
  const examiners = new Map(people.examiners.map((person) => [person.personId, personName(person, locale)]));
  const candidates = new Map(people.candidates.map((person) => [person.enrolmentId, personName(person, locale)]));
  return { examiner: (id) => examiners.get(id ?? "") ?? "", candidate: (id) => candidates.get(id ?? "") ?? "" };
}
