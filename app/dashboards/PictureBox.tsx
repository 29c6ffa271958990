/** A picture drawn on the server, with what it says as its label. The markup is our own drawing code's (pictures/draw.server.ts), where labels are escaped. */
export function PictureBox({ svg, narrow, label, fill = false }: { svg: string; /** The same drawn for a phone. */ narrow?: string; label: string; /** Stretched to its box (a picture without words). */ fill?: boolean }) {
  return (
    <>
      {narrow !== undefined && <div role="img" aria-label={label} className="sm:hidden print:hidden" dangerouslySetInnerHTML={{ __html: narrow }} />}
      <div role="img" aria-label={label} className={fill ? "h-full" : narrow === undefined ? undefined : "max-sm:hidden print:block"} dangerouslySetInnerHTML={{ __html: svg }} />
    </>
  );
}
