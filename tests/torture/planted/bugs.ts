import { accessBugs } from './bugs-access.ts';
import { bookBugs } from './bugs-books.ts';
import { holdBugs } from './bugs-holds.ts';
import { keyBugs } from './bugs-keys.ts';
import { logBugs } from './bugs-log.ts';
import { orderBugs } from './bugs-orders.ts';
import { postingBugs } from './bugs-postings.ts';
import { requestBugs } from './bugs-requests.ts';
import { sharedBugs } from './bugs-shared.ts';
import { termBugs } from './bugs-terms.ts';
import type { PlantedBug } from './bug.ts';

export const plantedBugs: readonly PlantedBug[] = [
  ...keyBugs,
  ...bookBugs,
  ...accessBugs,
  ...postingBugs,
  ...holdBugs,
  ...orderBugs,
  ...requestBugs,
  ...sharedBugs,
  ...termBugs,
  ...logBugs,
];
