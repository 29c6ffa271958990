import type { Kysely } from "kysely";
import type { Sql } from "postgres";
import type { SessionAuth } from "~/auth/session.server";
import type { MdxRegistry } from "~/courseware";
import type { ReadSection } from "~/courseware/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { DocumentCache } from "./document/document-cache.server";
import type { WholeBodies } from "./document/whole-bodies.server";
import type { Env } from "./env";
import type { LiveBus } from "./live.server";
import type { Logger } from "./log.server";
import type { ServerTiming } from "./server-timing.server";

/** What lives as long as the process. */
export interface Services {
  env: Env;
  log: Logger;
  db: Kysely<DB>;
  sql: Sql;
  auth: SessionAuth;
  live: LiveBus;
  mdx: MdxRegistry;
  /** Texts of sections, most of them from memory. */
  readSection: ReadSection;
  /** Rendered pages that are kept, and bodies on their way out. */
  documents: DocumentCache;
  wholeBodies: WholeBodies;
}

/** What every loader and action gets from the server in front. */
export interface RequestContext extends Services {
  requestId: string;
  nonce: string;
  ip: string;
  /** The address that links must carry, without a trailing slash. */
  origin: string;
  /** The server's clock for this request. */
  now: Date;
  locale: Locale;
  theme: "system" | "light" | "dark";
  session: Awaited<ReturnType<SessionAuth["read"]>>;
  timing: ServerTiming;
}

declare module "@remix-run/server-runtime" {
  // Remix's documented way to type the load context.
  interface AppLoadContext extends RequestContext {}
}
