/** Fills in what Discord adds to components: sequential ids, defaults and media addresses. */
import {
  ComponentType,
  type APIAttachment,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';

/** Finds the attachment of an `attachment://name` address. */
export type MediaResolver = (url: string) => APIAttachment | null;

type Loose = Record<string, unknown> & { readonly type: ComponentType; readonly id?: number };
const isComponent = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && 'type' in value;

/** All nested components in Discord's order: parents first. */
export function* everyComponent(value: unknown): Generator<Loose> {
  if (Array.isArray(value)) {
    for (const item of value) yield* everyComponent(item);
  } else if (isComponent(value)) {
    yield value;
    yield* everyComponent(value['components']);
    yield* everyComponent(value['accessory']);
    yield* everyComponent(value['component']);
  }
}

export function finishComponents(
  components: readonly APIMessageTopLevelComponent[],
  resolve: MediaResolver,
): APIMessageTopLevelComponent[] {
  const given = new Set([...everyComponent(components)].map((component) => component.id ?? 0));
  let last = 0;
  const nextId = (): number => {
    do last += 1;
    while (given.has(last));
    return last;
  };
  const finish = (component: Loose): Loose => {
    const id = component.id ? component.id : nextId();
    const inner: Record<string, unknown> = {};
    for (const key of ['components', 'accessory', 'component']) {
      const value = component[key];
      if (Array.isArray(value)) inner[key] = (value as Loose[]).map(finish);
      else if (isComponent(value)) inner[key] = finish(value);
    }
    const plain = withoutNulls(component);
    return { ...defaultsOf(component.type), ...plain, ...inner, ...mediaOf(plain, resolve), id };
  };
  return (components as unknown as Loose[]).map(finish) as unknown as APIMessageTopLevelComponent[];
}

function withoutNulls(component: Loose): Loose {
  const kept = Object.entries(component).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as Loose;
}

function defaultsOf(type: ComponentType): Record<string, unknown> {
  switch (type) {
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return { min_values: 1, max_values: 1 };
    case ComponentType.Separator:
      return { spacing: 1, divider: true };
    case ComponentType.Container:
      return { accent_color: null, spoiler: false };
    case ComponentType.Thumbnail:
      return { description: null, spoiler: false };
    case ComponentType.File:
      return { spoiler: false, name: null, size: null };
    case ComponentType.TextInput:
      return { required: true };
    default:
      return {};
  }
}

interface Media {
  readonly url: string;
}

function mediaOf(component: Loose, resolve: MediaResolver): Record<string, unknown> {
  const found = (media: Media) => {
    const attachment = resolve(media.url);
    if (!attachment) return { id: '0', url: media.url, proxy_url: media.url };
    const { id, url, proxy_url, content_type } = attachment;
    return { id, url, proxy_url, attachment_id: id, ...(content_type && { content_type }) };
  };
  switch (component.type) {
    case ComponentType.Thumbnail:
      return { media: found(component['media'] as Media) };
    case ComponentType.MediaGallery: {
      const items = component['items'] as { media: Media }[];
      return {
        items: items.map((item) => ({
          description: null,
          spoiler: false,
          ...item,
          media: found(item.media),
        })),
      };
    }
    case ComponentType.File: {
      const file = component['file'] as Media;
      const attachment = resolve(file.url);
      return {
        file: found(file),
        ...(attachment && { name: attachment.filename, size: attachment.size }),
      };
    }
    default:
      return {};
  }
}
