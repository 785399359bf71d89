/** Composes the service of standing orders and its jobs. */
import { accountDirectory } from '../../accounts/index.ts';
import type { OneTimeKind, RecurringKind } from '../../jobs/index.ts';
import { type EndOrders, memberLinks } from '../../shared/index.ts';
import { createOrderControl, exportedOrders, type OrderControl } from './control.ts';
import type * as m from '../../model/index.ts';
import { createChanging } from './changing.ts';
import { createCreating } from './creating.ts';
import { orderPayments } from './paying.ts';
import { createReading } from './reading.ts';
import { endOrders } from './role.ts';
import type { OrdersService } from './service.ts';
import type { OrderTools } from './tools.ts';
import { orderWarnings } from './warning.ts';

export interface Orders {
  readonly service: OrdersService;
  readonly control: OrderControl;
  readonly jobKinds: readonly (OneTimeKind | RecurringKind)[];
  readonly endOrders: EndOrders;
  /** All of a customer's orders, for the export of their data. */
  readonly exported: (customerId: m.CustomerId) => Promise<unknown>;
}

export function createOrders(
  given: Omit<OrderTools, 'directory' | 'memberLink' | 'limitPerTransaction' | 'limitPerDay'> & {
    readonly settings: Pick<OrderTools, 'limitPerTransaction' | 'limitPerDay'>;
  },
): Orders {
  const { limitPerTransaction, limitPerDay } = given.settings;
  const directory = accountDirectory(given.pool);
  const memberLink = memberLinks(given.pool);
  const tools = { ...given, directory, memberLink, limitPerTransaction, limitPerDay };
  return {
    service: { ...createReading(tools), ...createCreating(tools), ...createChanging(tools) },
    control: createOrderControl(tools),
    jobKinds: [orderPayments(tools), orderWarnings(tools)],
    endOrders: endOrders(tools),
    exported: async (customerId) => exportedOrders(tools.pool, customerId),
  };
}
