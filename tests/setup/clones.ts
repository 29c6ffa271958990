import type { Sql } from "postgres";

// Apart from templates.ts so that Playwright can use it without loading the app.

/** A database name that says which process made it, so that others know when nobody needs it any more. */
export const cloneName = (purpose: string) => `roadbook_${purpose}_${process.pid}_${(count += 1)}`;
let count = 0;

/**
 * Copies the template into a new database. FILE_COPY, because without fsync it is faster than logging every page, and by the
 * kernel where server and file system can do that: 40 ms of CPU time against 110 (WAL_LOG) and 210 (copied by the server)
 * for a schema of 1,200 files.
 */
export async function cloneTemplate(admin: Sql, template: string, clone: string): Promise<void> {
  const session = await admin.reserve();
  const create = () => session`create database ${session(clone)} template ${session(template)} strategy file_copy`;
  try {
    await session`select set_config(name, 'clone', false) from pg_settings where name = 'file_copy_method' and 'clone' = any (enumvals)`;
    // Where the file system cannot, the server can.
    await create().catch(async () => {
      await session`select set_config(name, 'copy', false) from pg_settings where name = 'file_copy_method'`;
      await create();
    });
  } finally {
    session.release();
  }
}

/** Drops a database, whoever is connected. */
export async function dropDatabase(admin: Sql, name: string): Promise<void> {
  await admin`drop database if exists ${admin(name)} with (force)`;
}
