/** Pictures and files in a message. */
import { useState } from 'preact/hooks';
import { Icon } from '../parts/icons.tsx';
import { formatSize, isVideo, mediaUrl } from '../parts/media-url.ts';
import { useMessage } from './message-context.ts';
import { words } from '../words/words.ts';

export interface PictureProps {
  readonly url: string;
  readonly description?: string | null | undefined;
  readonly spoiler?: boolean | undefined;
  readonly kind: string;
}

/** Opens in a new tab when pressed. */
export function Picture({ url, description, spoiler = false, kind }: PictureProps) {
  const { message } = useMessage();
  const [hidden, setHidden] = useState(spoiler);
  const [broken, setBroken] = useState(false);
  const source = mediaUrl(message, url);
  if (!source || broken) {
    return <span class={`${kind} broken`}>{description ?? 'This picture cannot be shown.'}</span>;
  }
  if (!hidden && isVideo(message, url)) {
    return (
      <video
        class={kind}
        src={source}
        controls
        preload="metadata"
        aria-label={description ?? 'Video'}
        onError={() => setBroken(true)}
      />
    );
  }
  const picture = (
    <img
      src={source}
      alt={description ?? ''}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
  if (hidden) {
    return (
      <button type="button" class={`${kind} covered`} onClick={() => setHidden(false)}>
        {picture}
        <span class="cover">Spoiler</span>
      </button>
    );
  }
  return (
    <a
      class={kind}
      href={source}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={description ?? 'Open the picture'}
    >
      {picture}
    </a>
  );
}

export interface GalleryItem {
  readonly media: { readonly url: string };
  readonly description?: string | null | undefined;
  readonly spoiler?: boolean | undefined;
}

export function Gallery({ items }: { items: readonly GalleryItem[] }) {
  return (
    <div class={`gallery count-${items.length}`}>
      {items.map((item, index) => (
        <Picture
          key={index}
          kind="gallery-item"
          url={item.media.url}
          description={item.description}
          spoiler={item.spoiler}
        />
      ))}
    </div>
  );
}

export interface FileCardProps {
  readonly url: string;
  readonly name?: string | undefined;
  readonly size?: number | undefined;
}

export function FileCard({ url, name, size }: FileCardProps) {
  const { message } = useMessage();
  const source = mediaUrl(message, url);
  const file = message.attachments.find(
    (attachment) => attachment.url === url || url === `attachment://${attachment.filename}`,
  );
  const title = name ?? file?.filename ?? 'file';
  const bytes = size ?? file?.size;
  return (
    <div class="file-card">
      <Icon name="file" size={32} />
      <span class="file-text">
        {source ? (
          <a href={source} target="_blank" rel="noreferrer noopener">
            {title}
          </a>
        ) : (
          <span>{title}</span>
        )}
        {bytes !== undefined && <span class="file-size">{formatSize(bytes)}</span>}
      </span>
      {source && (
        <a
          class="icon-button"
          href={source}
          download={title}
          aria-label={words().message.download(title)}
        >
          <Icon name="download" />
        </a>
      )}
    </div>
  );
}
