import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Card, Table } from "~/ui";
import { rolePlayRoundPath } from "./paths";
import type { RolePlaysOfLearner } from "./role-plays-of-learner.view.server";
import { ResultBadge, RoundBadge } from "./SessionBadge";

/** A learner's rounds in a chapter, on the instructor's page of their evidence. */
export function RolePlayEvidence({ rolePlays, cohortId, locale, when }: { rolePlays: RolePlaysOfLearner; cohortId: string; locale: Locale; when: (at: Date) => string }) {
  const { t } = useTranslation("role-play");
  const { standing, rounds } = rolePlays;
  return (
    <Card look="flush" title={t("evidence.title")} aside={<span className="text-sm text-ink-soft">{standing.lacking.length === 0 ? t("board.complete") : t("board.lacks", { roles: standing.lacking.map((role) => t(`role.${role}`)).join(t("and")) })}</span>}>
      <Table
        caption={t("evidence.title")}
        cards
        rows={rounds}
        rowKey={(round) => round.roundId}
        columns={[
          {
            key: "round",
            header: t("evidence.round"),
            cell: (round) => (
              <Link to={rolePlayRoundPath(cohortId, round.roundId)} className="-my-2 inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
                {pick(round.title, locale)}
              </Link>
            ),
          },
          { key: "role", header: t("evidence.role"), cell: (round) => t(`role.${round.role}`) },
          { key: "at", header: t("evidence.at"), cell: (round) => (round.startedAt ? when(round.startedAt) : "–") },
          { key: "state", header: t("evidence.state"), cell: (round) => <RoundBadge state={round.state} /> },
          { key: "result", header: t("evidence.result"), cell: (round) => (round.role === "salesperson" && round.state === "done" ? <ResultBadge result={round.result} /> : "–") },
        ]}
      />
    </Card>
  );
}
