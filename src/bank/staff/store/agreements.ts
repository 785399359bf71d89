/** How many standing orders and requests for money there are, and what became of them today. */
import type { Reader } from '../../../db/pool.ts';
import { integerOf, type Row } from '../../../db/rows.ts';

/** The start of a day, and the smallest id of what was made or paid since. */
export interface Since {
  /** As the database writes times. */
  readonly at: string;
  readonly firstId: bigint;
}

const selectOrders = `
  SELECT
    (SELECT COUNT(*) FROM orders WHERE state = 'ACTIVE') AS active,
    (SELECT COUNT(*) FROM orders WHERE state = 'PAUSED') AS paused,
    (SELECT COUNT(*) FROM orders WHERE id >= ? AND created_at >= ?) AS opened,
    (SELECT COUNT(*) FROM order_occurrences
      WHERE transaction_id >= ? AND decided_at >= ? AND (state = 'PAID' OR state = 'ASKED'
        AND EXISTS (SELECT 1 FROM transactions AS t WHERE t.id = transaction_id))) AS paid,
    (SELECT COUNT(*) FROM orders WHERE state = 'CANCELLED' AND changed_at >= ?) AS cancelled`;
// A due that was paid or cancelled today was open until then: its expiry is later.
const selectRequests = `
  SELECT
    (SELECT COUNT(*) FROM request_dues
      WHERE state IN ('OPEN', 'PART_PAID') AND expires_at > NOW(6)) AS open_now,
    (SELECT COUNT(*) FROM payment_requests AS r
      JOIN request_dues AS d ON d.request_id = r.id
      WHERE r.id >= ? AND r.created_at >= ?) AS opened,
    (SELECT COUNT(*) FROM request_dues
      WHERE state = 'PAID' AND expires_at >= ? AND changed_at >= ?) AS paid,
    (SELECT COUNT(*) FROM request_dues
      WHERE state = 'CANCELLED' AND expires_at >= ? AND changed_at >= ?) AS cancelled`;

interface Today {
  readonly opened: number;
  readonly paid: number;
  readonly cancelled: number;
}

/** Standing orders; `paid` counts their payments. */
export interface OrderCounts extends Today {
  readonly active: number;
  readonly paused: number;
}

/** Requests for money, one for each payer; `paid`: as a whole. */
export interface RequestCounts extends Today {
  readonly open: number;
}

const todayOf = (row: Row): Today => ({
  opened: integerOf(row, 'opened'),
  paid: integerOf(row, 'paid'),
  cancelled: integerOf(row, 'cancelled'),
});

export async function countOrders(reader: Reader, { firstId, at }: Since): Promise<OrderCounts> {
  const [row] = await reader.rows(selectOrders, [firstId, at, firstId, at, at]);
  const now = { active: integerOf(row!, 'active'), paused: integerOf(row!, 'paused') };
  return { ...now, ...todayOf(row!) };
}

export async function countRequests(
  reader: Reader,
  { firstId, at }: Since,
): Promise<RequestCounts> {
  const [row] = await reader.rows(selectRequests, [firstId, at, at, at, at, at]);
  return { open: integerOf(row!, 'open_now'), ...todayOf(row!) };
}
