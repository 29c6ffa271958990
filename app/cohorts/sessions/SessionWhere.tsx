import ExternalLink from "lucide-react/icons/external-link";
import MapPin from "lucide-react/icons/map-pin";

/** Where something planned is: the room, the link, or both. */
export function SessionWhere({ session: { place, link } }: { session: { place: string | null; link: string | null } }) {
  return (
    <>
      {place && (
        <p className="mt-1 flex items-start gap-2">
          <MapPin aria-hidden className="mt-1.5 size-4 shrink-0 text-ink-faint" />
          {place}
        </p>
      )}
      {link && (
        <p className="mt-1 flex items-start gap-2">
          <ExternalLink aria-hidden className="mt-3.5 size-4 shrink-0 text-ink-faint" />
          <a href={link} rel="noreferrer" target="_blank" className="inline-flex min-h-11 min-w-0 items-center break-all text-pine underline underline-offset-4">
            {link}
          </a>
        </p>
      )}
    </>
  );
}
