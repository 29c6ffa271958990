import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import type { AnswersSnapshot } from "../client/use-answers";
import { attemptPath, resultPath } from "../paths";

const LINK = "inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4";

/** What stands in the way of saving, and what to do about it. */
export function Notices({ snapshot, attemptId }: { snapshot: AnswersSnapshot; attemptId: string }) {
  const { t } = useTranslation("quiz");
  if (snapshot.closed) {
    return (
      <Callout kind="now" title={t("notice.closedTitle")}>
        <p>{t("notice.closed")}</p>
        <Link to={resultPath(attemptId)} className={LINK}>
          {t("notice.toResult")}
        </Link>
      </Callout>
    );
  }
  if (snapshot.problem === "signed-out") {
    // Where the device keeps nothing this page must stay open; coming back to it sends what waits.
    const elsewhere = snapshot.onDevice ? {} : { target: "_blank", rel: "noreferrer" };
    return (
      <Callout kind="now" title={t("notice.signedOutTitle")}>
        <p>{t(snapshot.onDevice ? "notice.signedOut" : "notice.signedOutHere")}</p>
        <a href={`/sign-in?next=${encodeURIComponent(attemptPath(attemptId))}`} {...elsewhere} className={LINK}>
          {t("notice.signIn")}
        </a>
      </Callout>
    );
  }
  if (snapshot.problem === "refused") {
    return (
      <Callout kind="danger" title={t("notice.refusedTitle")}>
        <p>{t("notice.refused")}</p>
      </Callout>
    );
  }
  if (!snapshot.onDevice) {
    return (
      <Callout kind="danger" title={t("notice.noDeviceTitle")}>
        <p>{t("notice.noDevice")}</p>
      </Callout>
    );
  }
  return null;
}
