import { Form } from "@remix-run/react";
import Hand from "lucide-react/icons/hand";
import UserCheck from "lucide-react/icons/user-check";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { ConfirmButton } from "~/ui";
import { CLAIM_MINUTES } from "./item";
import type { MarkingPlace } from "./marking-place.view.server";
import { claimPath } from "./paths";

/** Who has the thing in hand and until when; somebody else's can be taken over, after a question. */
export function ClaimLine({ place, claim, locale, timeZone }: { place: MarkingPlace; claim: MarkingPlace["claim"]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("marking");
  if (place.item === null || claim === null) return null;
  const until = formatDate(claim.until, { locale, timeZone, style: "time" });
  if (claim.mine) {
    return (
      <p role="status" className="mb-4 flex items-center gap-2 text-sm text-ink-soft tabular">
        <UserCheck aria-hidden className="size-4 shrink-0 text-pine" />
        {t("claim.mine", { until })}
      </p>
    );
  }
  return (
    <div role="status" className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border-s-3 border-mist bg-mist-soft px-4 py-3">
      <Hand aria-hidden className="size-5 shrink-0 text-mist" />
      <p className="min-w-0 flex-1">
        <strong>{t("claim.others", { name: claim.name, until })}</strong>
        <span className="block text-sm text-ink-soft">{t("claim.othersText")}</span>
      </p>
      <Form method="post" action={claimPath(place.item.id)} replace>
        <input type="hidden" name="queue" value={place.queue} />
        <ConfirmButton name="intent" value="take-over" variant="secondary" harmless title={t("claim.takeOverTitle", { name: claim.name })} consequence={t("claim.takeOverText", { name: claim.name, count: CLAIM_MINUTES })} confirmLabel={t("claim.takeOver")}>
          {t("claim.takeOver")}
        </ConfirmButton>
      </Form>
    </div>
  );
}
