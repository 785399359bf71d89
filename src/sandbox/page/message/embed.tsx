/** A classic embed. */
import type { APIEmbed } from 'discord-api-types/v10';
import { InlineMarkdown, Markdown } from '../parts/markdown.tsx';
import { useScene } from '../state/context.ts';
import { fieldsInRows } from '../text/embed-fields.ts';
import { formatMessageTime } from '../text/moments.ts';
import { safeLink } from '../text/safe-link.ts';
import { Picture } from './media.tsx';

/** `#rrggbb` of Discord's number. */
export const colourOf = (value: number): string => `#${value.toString(16).padStart(6, '0')}`;

export function Embed({ embed }: { embed: APIEmbed }) {
  const accent = embed.color === undefined ? {} : { '--accent': colourOf(embed.color) };
  const inRow = fieldsInRows(embed.fields ?? []);
  return (
    <article class="embed" style={accent}>
      <div class="embed-main">
        {embed.author && (
          <EmbedLink kind="embed-author" text={embed.author.name} url={embed.author.url} />
        )}
        {embed.title && <EmbedLink kind="embed-title" text={embed.title} url={embed.url} />}
        {embed.description && <Markdown text={embed.description} />}
        {embed.fields && embed.fields.length > 0 && (
          <dl class="embed-fields">
            {embed.fields.map((field, index) => (
              <div key={index} class={`embed-field of-${inRow[index]}`}>
                <dt>
                  <InlineMarkdown text={field.name} />
                </dt>
                <dd>
                  <Markdown text={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {embed.thumbnail && <Picture kind="thumbnail" url={embed.thumbnail.url} />}
      {embed.image && <Picture kind="embed-image" url={embed.image.url} />}
      <EmbedFooter embed={embed} />
    </article>
  );
}

function EmbedLink({ kind, text, url }: { kind: string; text: string; url?: string | undefined }) {
  const link = url ? safeLink(url) : null;
  if (!link) {
    return (
      <div class={kind}>
        <InlineMarkdown text={text} />
      </div>
    );
  }
  return (
    <a class={kind} href={link} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}

function EmbedFooter({ embed }: { embed: APIEmbed }) {
  const { view } = useScene();
  const reader = { now: Date.now(), locale: view.person.locale };
  const time = embed.timestamp ? formatMessageTime(embed.timestamp, reader) : null;
  const parts = [embed.footer?.text, time].filter((part): part is string => Boolean(part));
  return parts.length > 0 ? <div class="embed-footer">{parts.join(' • ')}</div> : null;
}
