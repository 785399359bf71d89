/** The issues that schemas and rules find in a body, in short form. */
import type { APIMessage } from 'discord-api-types/v10';
import { allowedKeys } from '../../src/sandbox/rules/allowed-keys.ts';
import { commandIssues, type CommandBody } from '../../src/sandbox/rules/command.ts';
import type { Issue } from '../../src/sandbox/http/issue.ts';
import { messageIssues, type MessageContext } from '../../src/sandbox/rules/message.ts';
import { modalIssues } from '../../src/sandbox/rules/modal.ts';
import { Schemas } from '../../src/sandbox/rules/schemas.ts';
import { brief } from './parts.ts';

const schemas = new Schemas();
await schemas.load();

/** As in the routes, rules between fields are checked only if the body matches its schema. */
function judge(schema: string, body: object, rules: () => Issue[]): string[] {
  const shape = schemas.judge(schema, body, { allowed: allowedKeys });
  return brief(shape.length > 0 ? shape : rules());
}

export const judgeMessage = (
  body: object,
  old: APIMessage | null = null,
  uploads: MessageContext['uploads'] = [],
): string[] =>
  judge('IncomingWebhookRequestPartialSchema', body, () => messageIssues(body, { old, uploads }));

export const judgeChannelMessage = (body: object): string[] =>
  judge('MessageCreateRequestSchema', body, () => messageIssues(body, { old: null, uploads: [] }));

export const judgeModal = (data: object): string[] =>
  judge('ModalInteractionCallbackRequestDataSchema', data, () => modalIssues(data));

export const judgeCommand = (body: object): string[] =>
  judge('ApplicationCommandCreateRequestSchema', body, () =>
    commandIssues(body as CommandBody, []),
  );
