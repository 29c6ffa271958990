import { Form, Link } from "@remix-run/react";
import X from "lucide-react/icons/x";
import { useTranslation } from "react-i18next";
import { Button, IconButton, TextField } from "~/ui";
import type { Frame } from "./frame.server";
import { type DashboardPage, dashboardPath, FILTERS_PATH, filterOf, queryOf } from "./paths";

/** One's own named filters, and a name for the present one. Forms, so that they work before scripts arrive. */
export function SavedFilters({ page, frame }: { page: DashboardPage; frame: Frame }) {
  const { t } = useTranslation("dashboards");
  return (
    <section aria-label={t("filters.title")} className="mb-4">
      {frame.saved.length > 0 && (
        <ul className="mb-3 flex flex-wrap gap-2">
          {frame.saved.map((one) => (
            <li key={one.id} className="flex items-center rounded-md border border-line bg-surface ps-3">
              <Link to={dashboardPath(one.page, filterOf(new URLSearchParams(one.query)))} className="inline-flex min-h-11 items-center text-pine underline-offset-4 hover:underline">
                {one.name}
              </Link>
              <Form method="post" action={FILTERS_PATH}>
                <input type="hidden" name="id" value={one.id} />
                <input type="hidden" name="back" value={dashboardPath(page, frame.filter)} />
                <IconButton type="submit" name="intent" value="delete" label={t("filters.delete", { name: one.name })} icon={<X />} />
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" action={FILTERS_PATH} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="query" value={queryOf(frame.filter)} />
        <input type="hidden" name="back" value={dashboardPath(page, frame.filter)} />
        <TextField label={t("filters.name")} name="name" required maxLength={60} className="w-60 max-sm:w-full" />
        <Button type="submit" name="intent" value="save" variant="secondary">
          {t("filters.save")}
        </Button>
      </Form>
    </section>
  );
}
