import { Link } from "@remix-run/react";
import AtSign from "lucide-react/icons/at-sign";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { sheetPath } from "./paths";
import type { WaitingMention } from "./sheet-comments.server";

/** Where somebody was asked by name on a sheet and has not looked yet: on their first page, and above their sheets. */
export function MentionList({ mentions, locale, timeZone }: { mentions: readonly WaitingMention[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("ui");
  if (mentions.length === 0) return null;
  return (
    <section aria-labelledby="mentions" className="mb-8">
      <h2 id="mentions" className="mb-2 text-lg">
        {t("mentions.title")}
      </h2>
      <ul className="grid gap-2">
        {mentions.map((mention) => (
          <li key={mention.commentId}>
            <Link to={sheetPath(mention.sheetId, { panel: "comments" })} className="flex min-h-11 items-start gap-3 rounded-lg border border-line bg-surface px-4 py-3 hover:border-pine">
              <AtSign aria-hidden className="mt-1 size-4.5 shrink-0 text-pine" />
              <span className="min-w-0">
                <span className="block text-sm text-ink-soft">{t("mentions.line", { name: mention.author, title: mention.sheetTitle, at: formatDate(mention.at, { locale, timeZone, style: "short-date-time" }) })}</span>
                <span className="line-clamp-2 block">{mention.body}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
