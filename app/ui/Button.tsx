import { Link, type LinkProps } from "@remix-run/react";
import LoaderCircle from "lucide-react/icons/loader-circle";
import { type ButtonHTMLAttributes, forwardRef, type MouseEvent, type ReactNode } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";

interface Looks {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A Lucide icon before the text. */
  icon?: ReactNode;
  /** The work is under way: a second press does nothing, a spinner shows after 400 ms. */
  pending?: boolean;
}

export type ButtonProps = Looks & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & { disabled?: boolean };

/** What a person presses to do something. `type` is "submit" as in HTML; say `type="button"` for anything else. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, icon, pending = false, className, children, onClick, ...rest },
  ref,
) {
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button ref={ref} {...rest} onClick={press} aria-disabled={pending || undefined} className={buttonClass(variant, size, className)}>
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
});

export type ButtonLinkProps = Omit<Looks, "pending"> & Omit<LinkProps, "className"> & { className?: string };

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass(variant, size, className)}>
      {icon}
      {children}
    </Link>
  );
}

function Spinner() {
  return <LoaderCircle aria-hidden className="after-wait size-4 shrink-0 motion-safe:[&>path]:origin-center motion-safe:[&>path]:animate-spin" />;
}
