import Check from "lucide-react/icons/check";
import Circle from "lucide-react/icons/circle";
import { useTranslation } from "react-i18next";
import { Card } from "~/ui";
import { ROLES } from "./rotation";
import type { Standing } from "./standing";

/** Which of the three roles the learner has held, and what is still lacking. */
export function OwnStanding({ standing, requireAllRoles }: { standing: Standing; requireAllRoles: boolean }) {
  const { t } = useTranslation("role-play");
  const isDone = (role: (typeof ROLES)[number]): boolean => (role === "salesperson" ? standing.passedAsSalesperson : standing.held.includes(role));
  return (
    <Card title={t("own.standing")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {ROLES.filter((role) => requireAllRoles || role === "salesperson").map((role) => (
          <li key={role} className="flex items-center gap-2">
            {isDone(role) ? <Check aria-hidden className="size-5 text-pine" /> : <Circle aria-hidden className="size-5 text-ink-faint" />}
            <span>
              {t(`role.${role}`)} <span className="text-sm text-ink-soft">{t(isDone(role) ? (role === "salesperson" ? "own.passed" : "own.held") : role === "salesperson" && standing.held.includes(role) ? "own.tried" : "own.toDo")}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
