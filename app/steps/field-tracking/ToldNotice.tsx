import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Callout } from "~/ui";
import type { Told } from "./told-about.server";

/** On the road: the manager lets uses of tools lie, and who was told. */
export function ToldNotice({ told, locale, timeZone }: { told: readonly Told[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("field");
  if (told.length === 0) return null;
  const lines = new Map(told.map((one) => [`${one.stage} ${one.name}`, t(`told.${one.stage}`, { name: one.name, day: formatDate(one.at, { locale, timeZone, style: "short-date" }) })]));
  return (
    <Callout title={t("told.title", { count: new Set(told.map(({ applicationId }) => applicationId)).size })} className="mt-4">
      <ul>
        {[...lines].map(([key, text]) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Callout>
  );
}
