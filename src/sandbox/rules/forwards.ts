import { MessageReferenceType } from 'discord-api-types/v10';

/**
 * Discord's schemas know replies alone: what refers to another message to forward it is judged as
 * if it answered it, which has the same shape. Wherever it stands in a body.
 */
export function forwardsAsReplies(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forwardsAsReplies);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'message_reference' && isForward(inner)
        ? { ...inner, type: MessageReferenceType.Default }
        : forwardsAsReplies(inner),
    ]),
  );
}

const isForward = (reference: unknown): reference is object =>
  typeof reference === 'object' &&
  reference !== null &&
  'type' in reference &&
  reference.type === MessageReferenceType.Forward;
