import { useTranslation } from "react-i18next";
import type { GroupSheetState } from "./group-sheet";

export interface WorkOfMoveProps {
  work: readonly { side: "left" | "joined"; group: string; customer: string; chapterSlug: string; state: GroupSheetState; part: number; handedIn: boolean }[];
}

/** What becomes of sheets when a learner moves, as lines of a list. */
export function WorkOfMove({ work }: WorkOfMoveProps) {
  const { t } = useTranslation("group-work");
  return (
    <>
      {work.map((one) => {
        const done = one.state === "submitted" || one.state === "accepted";
        const key = one.side === "left" ? (one.handedIn && done ? "leftHandedIn" : "left") : done && !one.handedIn ? "joinedHandedIn" : "joined";
        return <li key={`${one.side} ${one.chapterSlug} ${one.customer}`}>{t(`moved.${key}`, { group: one.group, customer: one.customer, state: t(`state.${one.state}`), count: one.part })}</li>;
      })}
    </>
  );
}
