import type { Context } from '../../http/context.ts';
import type { Routes } from '../core/routes.ts';
import type { Interaction } from '../../interactions/interactions.ts';
import type { MessageRow } from '../../world/rows.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { readBody } from '../../http/read.ts';

/** Answers after the first one, while the token is valid. */
export function webhookRoutes(app: Routes, deps: RestDeps): void {
  app.post('/webhooks/:webhook/:token', async (context) => {
    const { json, uploads } = await readBody(context);
    const interaction = interactionOf(context, deps);
    const body = await deps.rules.followUp(json, uploads);
    const row = deps.answers.followUp(interaction, { body, uploads });
    // An interaction's webhook always waits, regardless of `wait` in the query.
    return context.json(row.body);
  });
  for (const message of ['@original', ':message']) {
    messageRoutes(app, deps, `/webhooks/:webhook/:token/messages/${message}`);
  }
}

function messageRoutes(app: Routes, deps: RestDeps, path: string): void {
  app.get(path, (context) => {
    return context.json(rowOf(context, deps, interactionOf(context, deps)).body);
  });
  app.patch(path, async (context) => {
    const { json, uploads } = await readBody(context);
    const interaction = interactionOf(context, deps);
    const row = rowOf(context, deps, interaction);
    const body = await deps.rules.webhookEdit(json, row.body, uploads);
    return context.json(deps.answers.editThrough(interaction, row, { body, uploads }).body);
  });
  app.delete(path, (context) => {
    const row = rowOf(context, deps, interactionOf(context, deps));
    deps.world.messages.remove(row.id);
    return context.empty();
  });
}

/** The token is valid for its webhook from the first answer until it expires. */
function interactionOf(context: Context, deps: RestDeps): Interaction {
  const token = segment(context, 'token');
  if (segment(context, 'webhook') !== deps.application.id) {
    throw new ApiError('UnknownWebhook');
  }
  if (deps.interactions.isExpired(token)) throw new ApiError('InvalidWebhookToken');
  const interaction = deps.interactions.byToken(token);
  if (interaction?.phase !== 'acknowledged') throw new ApiError('UnknownWebhook');
  return interaction;
}

function rowOf(context: Context, deps: RestDeps, interaction: Interaction): MessageRow {
  const id = context.params['message'] ?? interaction.originalId;
  const row = id !== null && interaction.messageIds.includes(id) && deps.world.messages.get(id);
  if (!row) throw new ApiError('UnknownMessage');
  return row;
}
