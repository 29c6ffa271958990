import { Form, Link, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import BookOpen from "lucide-react/icons/book-open";
import BriefcaseBusiness from "lucide-react/icons/briefcase-business";
import ChartNoAxesColumn from "lucide-react/icons/chart-no-axes-column";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import Gauge from "lucide-react/icons/gauge";
import Gavel from "lucide-react/icons/gavel";
import Handshake from "lucide-react/icons/handshake";
import Inbox from "lucide-react/icons/inbox";
import Languages from "lucide-react/icons/languages";
import Library from "lucide-react/icons/library";
import LogOut from "lucide-react/icons/log-out";
import Network from "lucide-react/icons/network";
import Scale from "lucide-react/icons/scale";
import ScrollText from "lucide-react/icons/scroll-text";
import SunMoon from "lucide-react/icons/sun-moon";
import Table2 from "lucide-react/icons/table-2";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { homePath, navigationOf, type NavKey } from "~/people";
import { forgetSheetsOnDevice } from "~/sheets/client/device-database";
import { AppShell, Avatar } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "shell"] };

export const loader = guardedLoader("signed-in", async ({ actor, context }) =>
  Promise.resolve({ name: actor.name, home: homePath(actor), nav: navigationOf(actor), theme: context.theme, locale: context.locale }),
);

const ICONS: Record<NavKey, ReactNode> = {
  learn: <BookOpen aria-hidden />,
  glossary: <Library aria-hidden />,
  sheets: <Table2 aria-hidden />,
  deals: <BriefcaseBusiness aria-hidden />,
  capability: <Gauge aria-hidden />,
  cohorts: <Users aria-hidden />,
  marking: <ClipboardCheck aria-hidden />,
  defend: <Gavel aria-hidden />,
  raters: <Scale aria-hidden />,
  manage: <Handshake aria-hidden />,
  lead: <ChartNoAxesColumn aria-hidden />,
  people: <Users aria-hidden />,
  teams: <Network aria-hidden />,
  mail: <Inbox aria-hidden />,
  audit: <ScrollText aria-hidden />,
};

export default function Shell() {
  const { name, home, nav, theme, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("shell");
  return (
    <AppShell
      home={home}
      width="wide"
      nav={nav.map((item) => ({ to: item.to, label: t(`nav.${item.key}`), icon: ICONS[item.key] }))}
      languageSwitch={<Switch action="/settings/language" name="language" value={locale === "zh" ? "en" : "zh"} icon={<Languages aria-hidden className="size-4.5" />} label={t("language.other")} lang={locale === "zh" ? "en" : "zh-CN"} />}
      themeSwitch={<Switch action="/settings/theme" name="theme" value={NEXT_THEME[theme]} icon={<SunMoon aria-hidden className="size-4.5" />} label={t(`theme.${theme}`)} hint={t("theme.change")} />}
      account={
        <div className="flex items-center justify-between gap-2">
          <Link to="/account" className="flex min-h-11 items-center gap-2 rounded-md px-2 text-sm hover:bg-paper-deep">
            <Avatar name={name} />
            <span>{name}</span>
          </Link>
          <Form method="post" action="/sign-out" onSubmit={forgetSheetsOnDevice}>
            <button className="tap flex items-center justify-center rounded-md text-ink-soft hover:text-ink" title={t("signOut")}>
              <LogOut aria-hidden className="size-4.5" />
              <span className="sr-only">{t("signOut")}</span>
            </button>
          </Form>
        </div>
      }
    >
      <Outlet />
    </AppShell>
  );
}

const NEXT_THEME = { system: "light", light: "dark", dark: "system" } as const;

/** A setting that one press changes; the page stays where it is. */
function Switch({ action, name, value, icon, label, hint, lang }: { action: string; name: string; value: string; icon: ReactNode; label: string; hint?: string; lang?: string }) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={action} preventScrollReset replace>
      <input type="hidden" name="next" value={pathname + search} />
      <button name={name} value={value} lang={lang} title={hint} className="flex min-h-11 items-center gap-1.5 rounded-md px-2 text-sm text-ink-soft hover:text-ink">
        {icon}
        {label}
      </button>
    </Form>
  );
}
