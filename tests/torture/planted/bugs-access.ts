/** Bugs in sessions, audit, reads and waiting. */
import type { PlantedBug } from './bug.ts';

export const accessBugs: readonly PlantedBug[] = [
  {
    name: 'session not checked for withdrawals',
    story: 'Who withdraws has just looked at the balance, so the session must be live.',
    edits: [
      {
        file: 'src/bank/ledger/decide.ts',
        find: "  if (power === 'ENDED' ||",
        replace: "  if (kindOf(request) === 'WITHDRAWAL') return true;\n  if (power === 'ENDED' ||",
      },
      {
        file: 'src/bank/ledger/decide.ts',
        find: "!== 'MOVES') return true;",
        replace: "!== 'MOVES') return kindOf(request) !== 'WITHDRAWAL';",
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'idle session moves money',
    story: 'A session that may still read is live, and what is live may pay.',
    edits: [
      {
        file: 'src/bank/ledger/decide.ts',
        find: "power !== 'MOVES') return true;",
        replace: "power === 'ENDED') return true;",
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'login keeps the former session alive',
    story: 'The former session is left to its idle limit.',
    edits: [
      {
        file: 'migrations/0008_create_sessions.sql',
        find: '  UNIQUE KEY sessions_live (live_customer_id),',
        replace: '  KEY sessions_live (live_customer_id),',
      },
      {
        file: 'src/bank/people/store/sessions.ts',
        find: '  WHERE s.live_customer_id = ?`;\nconst countLive',
        replace: '  WHERE s.live_customer_id = -?`;\nconst countLive',
      },
    ],
    stages: ['concurrency'],
  },
  {
    name: 'audit outside the transaction',
    story: 'The audit row is written on its own connection, so that it cannot fail the change.',
    edits: [
      {
        file: 'src/bank/audit/store/trail.ts',
        find: '  await tx.write(insertSql, [',
        replace: '  await (auditOn.pool ?? tx).write(insertSql, [',
      },
      {
        file: 'src/bank/audit/store/trail.ts',
        find: 'const insertSql = `',
        replace:
          "export const auditOn: { pool: Pick<Tx, 'write'> | null } = { pool: null };\n\nconst insertSql = `",
      },
      {
        file: 'src/bank/create.ts',
        find: '  await ensureChart(pool, currency',
        replace: '  auditOn.pool = pool;\n  await ensureChart(pool, currency',
      },
      {
        file: 'src/bank/create.ts',
        find: "import { insertProcess } from '../db/processes.ts';",
        replace:
          "import { auditOn } from './audit/store/trail.ts';\nimport { insertProcess } from '../db/processes.ts';",
      },
    ],
    stages: ['lost answers'],
  },
  {
    name: 'balance from a cache',
    story: 'A balance read a second ago is fresh enough.',
    edits: [
      {
        file: 'src/bank/accounts/overview.ts',
        find: '  overview: async (session) => {\n    const accounts = await accountsOfSession(pool, session, limits);',
        replace:
          '  overview: async (session) => {\n' +
          '    const known = remembered.get(session.id);\n' +
          '    const accounts = known ?? (await accountsOfSession(pool, session, limits));\n' +
          '    remembered.set(session.id, accounts);\n' +
          '    setTimeout(() => remembered.delete(session.id), 1_000).unref();',
      },
      {
        file: 'src/bank/accounts/overview.ts',
        find: 'export const createAccounts =',
        replace:
          'const remembered = new Map<bigint, Awaited<ReturnType<typeof accountsOfSession>>>();\n\nexport const createAccounts =',
      },
    ],
    stages: ['concurrency'],
  },
];
