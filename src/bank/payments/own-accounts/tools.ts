import type { Pool } from '../../../db/pool.ts';
import type { TellingTools } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';

export interface OwnAccountTools extends TellingTools {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
  readonly currency: m.Currency;
}
