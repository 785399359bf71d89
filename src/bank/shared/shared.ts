/** The service of shared accounts, from its parts. */
import { createClosing } from './closing.ts';
import { createInviting } from './inviting.ts';
import { createMembers } from './members.ts';
import { createOpening } from './opening.ts';
import type { SharedService } from './service.ts';
import type { SharedTools } from './tools.ts';
import { createViewing } from './viewing.ts';

export const createShared = (tools: SharedTools): SharedService => ({
  ...createViewing(tools),
  ...createOpening(tools),
  ...createInviting(tools),
  ...createMembers(tools),
  ...createClosing(tools),
});
