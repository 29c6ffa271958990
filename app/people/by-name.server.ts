import { sql } from "kysely";

/** What people `p` of a query are sorted by: the family name in Latin letters, which is also the pinyin order of Chinese names, else the name. */
export const BY_NAME = sql<string>`lower(coalesce(regexp_replace(p.name_latin, '^(.*)\\s(\\S+)$', '\\2 \\1'), p.name))`;
