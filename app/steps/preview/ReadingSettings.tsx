import { Form, useLocation } from "@remix-run/react";
import Languages from "lucide-react/icons/languages";
import Settings2 from "lucide-react/icons/settings-2";
import SunMoon from "lucide-react/icons/sun-moon";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";
import { Menu } from "~/ui";

export type Theme = "system" | "light" | "dark";

const NEXT = { system: "light", light: "dark", dark: "system" } as const satisfies Record<Theme, Theme>;

/** Language and appearance, where the text has the window to itself. */
export function ReadingSettings({ locale, theme }: { locale: Locale; theme: Theme }) {
  const { t } = useTranslation("preview");
  const other: Locale = locale === "zh" ? "en" : "zh";
  return (
    <Menu name={t("page.settings")} label={<Settings2 aria-hidden className="size-5" />} triggerClass="tap flex items-center justify-center rounded-md text-ink-soft hover:bg-pine-soft" className="relative">
      <div className="absolute end-0 top-full z-40 mt-1 grid w-max min-w-48 gap-1 rounded-lg border border-line bg-surface p-2 shadow-lift">
        <Switch action="/settings/language" name="language" value={other} lang={LANGUAGE_TAG[other]} icon={<Languages aria-hidden className="size-4.5" />} label={t("page.language")} />
        <Switch action="/settings/theme" name="theme" value={NEXT[theme]} icon={<SunMoon aria-hidden className="size-4.5" />} label={t(`page.theme.${theme}`)} />
      </div>
    </Menu>
  );
}

/** A setting that one press changes; the page stays where it is. */
function Switch({ action, name, value, icon, label, lang }: { action: string; name: string; value: string; icon: ReactNode; label: string; lang?: string }) {
  const { pathname } = useLocation();
  return (
    <Form method="post" action={action} preventScrollReset replace>
      <input type="hidden" name="next" value={pathname} />
      <button name={name} value={value} lang={lang} className="flex min-h-11 w-full items-center gap-2 rounded-md px-2 text-sm hover:bg-paper-deep">
        {icon}
        {label}
      </button>
    </Form>
  );
}
