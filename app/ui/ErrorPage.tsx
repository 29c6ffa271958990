import { isRouteErrorResponse, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

const KNOWN = new Set([403, 404, 409, 413, 429]);

/** What a person sees when a page cannot be shown: what happened, and a way on. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation("ui");
  const status = isRouteErrorResponse(error) && KNOWN.has(error.status) ? error.status : 500;
  return (
    <main className="mx-auto flex min-h-[60vh] max-w-md flex-col justify-center gap-4 px-5 py-16">
      <p className="text-sm text-ink-soft tabular-nums">{status}</p>
      <h1 className="text-2xl font-semibold text-ink">{t(`error.${status}.title`)}</h1>
      <p className="leading-7 text-ink-soft">{t(`error.${status}.text`)}</p>
      <p>
        <Link to="/" className="inline-flex min-h-11 items-center font-medium text-pine underline underline-offset-4">
          {t("error.home")}
        </Link>
      </p>
    </main>
  );
}
