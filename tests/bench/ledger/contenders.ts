/** All ways to book that are compared, in the order of the tables. */
import { blindWithCallers } from './blind-callers.ts';
import type { Contender } from './contender.ts';
import { kysely } from './kysely.ts';
import { ours, oursInThree } from './ours.ts';
import { procedure } from './procedure.ts';
import { sequelize } from './sequelize.ts';
import { textbook } from './textbook.ts';

export const contenders: readonly Contender[] = [
  ours,
  oursInThree,
  textbook,
  kysely,
  sequelize,
  procedure,
  blindWithCallers,
];
