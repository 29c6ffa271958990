import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { useId } from "react";
import { buttonClass } from "~/ui";

/** One line to search with; a GET form, so that a result can be kept and shared. */
export function SearchForm({ label, button, action, query = "" }: { label: string; button: string; action: string; query?: string }) {
  const id = useId();
  return (
    <Form action={action} role="search" data-print="no">
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          key={query}
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          maxLength={80}
          autoComplete="off"
          enterKeyHint="search"
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3"
        />
        <button className={buttonClass("secondary", "md", "shrink-0")}>
          <Search aria-hidden className="size-4.5" />
          {button}
        </button>
      </div>
    </Form>
  );
}
