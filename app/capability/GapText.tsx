import { useTranslation } from "react-i18next";
import type { Gap } from "./views";

/** "The manager sees 21 points more than the person (95 % interval 4–38)". */
export function GapText({ gap: { higher, lower, difference } }: { gap: Gap }) {
  const { t } = useTranslation("capability");
  const points = (share: number) => Math.round(share * 100);
  return <>{t("gap.text", { higher: t(`view.${higher}`), lower: t(`view.${lower}`), points: points(difference.mean), low: points(difference.low), high: points(difference.high) })}</>;
}
