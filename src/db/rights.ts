/** Rights of database users on tables: granting them, and finding excess ones. */
import type { Pool } from './pool.ts';
import { textOf } from './rows.ts';

/** `append`: SELECT and INSERT only. */
export type TableRight = 'read' | 'append' | 'change';
export type TableRights = Readonly<Record<string, TableRight>>;

const words: Record<TableRight, string> = {
  read: 'SELECT',
  append: 'SELECT, INSERT',
  change: 'SELECT, INSERT, UPDATE, DELETE',
};

export interface Grantee {
  readonly schema: string;
  /** `'name'@'host'`. */
  readonly user: string;
}

/** MySQL requires LOCK TABLES for locking rows without the right to change them. */
export const grantStatements = ({ schema, user }: Grantee, rights: TableRights): string[] => [
  `GRANT LOCK TABLES ON \`${schema}\`.* TO ${user}`,
  ...Object.entries(rights).map(
    ([table, right]) => `GRANT ${words[right]} ON \`${schema}\`.\`${table}\` TO ${user}`,
  ),
];

const changing = /\b(ALL PRIVILEGES|UPDATE|DELETE|DROP|ALTER)\b/;

/** Tables of `kept` whose rows these grants allow to be changed or deleted. */
export function changeable(
  grants: readonly string[],
  { schema, kept }: { readonly schema: string; readonly kept: readonly string[] },
): string[] {
  const scopes = grants.flatMap((grant) => {
    const [, rights = '', scope = ''] = /^GRANT (.+?) ON (\S+) TO /.exec(grant) ?? [];
    return changing.test(rights) ? [scope.replaceAll('`', '').replaceAll('\\', '')] : [];
  });
  const covers = (table: string) => ['*.*', `${schema}.*`, `${schema}.${table}`];
  return kept.filter((table) => covers(table).some((scope) => scopes.includes(scope)));
}

export async function grantsOfUser(pool: Pool): Promise<string[]> {
  const rows = await pool.rows('SHOW GRANTS FOR CURRENT_USER');
  return rows.map((row) => textOf(row, Object.keys(row)[0] ?? ''));
}

/** Creates a missing user without a password: for a server only this user can reach. */
export async function ensureUser(pool: Pool, grantee: Grantee, rights: TableRights): Promise<void> {
  await pool.write(`CREATE USER IF NOT EXISTS ${grantee.user}`);
  for (const statement of grantStatements(grantee, rights)) await pool.write(statement);
}
