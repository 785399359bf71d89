import { MessageReferenceType } from 'discord-api-types/v10';

/**
 * Discord's schemas contain only replies, so forward references, anywhere in a body, are checked as
 * if they were replies, which have the same shape.
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
