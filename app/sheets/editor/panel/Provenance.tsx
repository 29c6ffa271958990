import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";

/** Where the sheet comes from, and at which version it stands. */
export function Provenance() {
  const { t } = useTranslation("sheets");
  const { screen } = useDesk();
  const { origin, version } = screen;
  return (
    <p className="border-t border-line pt-3 text-sm text-ink-soft">
      {t("provenance.version", { version })}
      {origin && (
        <>
          {" "}
          {origin.path ? (
            <Link to={origin.path} className="text-pine underline underline-offset-4">
              {t("provenance.copied", { title: origin.title, version: origin.version })}
            </Link>
          ) : (
            t("provenance.copied", { title: origin.title, version: origin.version })
          )}
        </>
      )}
    </p>
  );
}
