/** Composes the service of standing orders and its jobs. */
import type { OneTimeKind, RecurringKind } from '../../jobs/index.ts';
import { createOrderControl, type OrderControl } from './control.ts';
import { createChanging } from './changing.ts';
import { createCreating } from './creating.ts';
import { orderPayments } from './paying.ts';
import { createReading } from './reading.ts';
import type { OrdersService } from './service.ts';
import type { OrderTools } from './tools.ts';
import { orderWarnings } from './warning.ts';

export const createOrders = (
  tools: OrderTools,
): {
  readonly service: OrdersService;
  readonly control: OrderControl;
  readonly jobKinds: readonly (OneTimeKind | RecurringKind)[];
} => ({
  service: { ...createReading(tools), ...createCreating(tools), ...createChanging(tools) },
  control: createOrderControl(tools),
  jobKinds: [orderPayments(tools), orderWarnings(tools)],
});
