/** Orders from a shared account end when their owner may no longer pay from it. */
import type { EndOrders } from '../../shared/index.ts';
import { runningFrom } from '../store/order-accounts.ts';
import { lockOrder } from '../store/orders.ts';
import { cancelOrder } from './changing.ts';
import { isOver, type OrderTools, tell } from './tools.ts';

/** In the transaction that changes the role; the owner reads of each. */
export const endOrders =
  (tools: OrderTools): EndOrders =>
  async (tx, payer) => {
    const { customerId } = payer;
    for (const id of await runningFrom(tx, payer)) {
      const order = await lockOrder(tx, id);
      if (order === null || isOver(order)) continue;
      await cancelOrder(tools, tx, order, 'ROLE');
      await tell(tools, tx, customerId, { kind: 'ORDER_STATE', orderId: order.id });
    }
  };
