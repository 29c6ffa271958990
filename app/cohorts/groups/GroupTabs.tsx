import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { groupsPath } from "../paths";
import { GROUP_PURPOSES, type GroupPurpose } from "./group";

/** From the groups of one purpose to those of the other. */
export function GroupTabs({ cohortId, purpose }: { cohortId: string; purpose: GroupPurpose }) {
  const { t } = useTranslation("groups");
  return (
    <nav aria-label={t("purposes")}>
      <ul className="inline-flex rounded-md border border-line-strong bg-surface">
        {GROUP_PURPOSES.map((one) => (
          <li key={one}>
            <Link
              to={groupsPath(cohortId, one)}
              aria-current={one === purpose ? "page" : undefined}
              className={clsx("flex min-h-11 items-center rounded-md px-4", one === purpose ? "bg-pine-soft font-semibold text-pine-deep" : "text-ink-soft hover:text-ink")}
            >
              {t(`purpose.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
