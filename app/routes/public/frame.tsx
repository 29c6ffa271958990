import { Form, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { Wordmark } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "public"] };

export const loader = guardedLoader("public", async ({ context }) => Promise.resolve({ locale: context.locale }));

/** The frame of the pages before signing in: the mark, one narrow column, the language. */
export default function PublicFrame() {
  const { locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("ui");
  const { pathname, search } = useLocation();
  const other = locale === "zh" ? "en" : "zh";
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between px-5 py-4">
        <Wordmark name={t("product")} />
        <Form method="post" action="/settings/language" replace>
          <input type="hidden" name="next" value={pathname + search} />
          <button name="language" value={other} lang={other === "zh" ? "zh-CN" : "en"} className="min-h-11 px-2 text-sm text-ink-soft hover:text-ink">
            {other === "zh" ? "中文" : "English"}
          </button>
        </Form>
      </header>
      <main id="main" className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center px-5 pb-24">
        <Outlet />
      </main>
    </div>
  );
}
