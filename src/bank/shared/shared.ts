/** The service of shared accounts, from its parts. */
import { createDeciding, type DueLink } from './deciding.ts';
import { createRules } from './rules.ts';
import { waitingFor } from './waiting.ts';
import { createClosing } from './closing.ts';
import { createInviting } from './inviting.ts';
import { createMembers } from './members.ts';
import { createOpening } from './opening.ts';
import type { SharedService } from './service.ts';
import type { SharedTools } from './tools.ts';
import { createViewing } from './viewing.ts';

export const createShared = (
  tools: SharedTools & { readonly dueLink: DueLink },
): SharedService => ({
  ...createViewing(tools),
  ...createOpening(tools),
  ...createInviting(tools),
  ...createMembers(tools),
  ...createClosing(tools),
  ...createRules(tools),
  approvals: async (session) => waitingFor(tools, session),
  decide: async (session, id, verdict) => createDeciding(tools)({ session, id, verdict }),
});
