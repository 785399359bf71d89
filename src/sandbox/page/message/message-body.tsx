/** A message's content: text, files, embeds and components. */
import { Fragment } from 'preact';
import type { ChatMessage } from '../../protocol/protocol.ts';
import { Markdown } from '../parts/markdown.tsx';
import { ComponentTree } from './component-tree.tsx';
import { Embed } from './embed.tsx';
import { hidesEmbeds, isEdited } from './flags.ts';
import { FileCard, Gallery, Picture } from './media.tsx';
import { isAudio, isPicture, isVideo, looseAttachments } from '../parts/media-url.ts';

export function MessageBody({ message }: { message: ChatMessage }) {
  return (
    <>
      {message.content && <Markdown text={message.content} edited={isEdited(message)} jumbo />}
      <Attachments message={message} />
      {!hidesEmbeds(message) &&
        message.embeds.map((embed, index) => <Embed key={index} embed={embed} />)}
      <ComponentTree components={message.components ?? []} />
    </>
  );
}

/** Pictures form a gallery; each other file has its own card. */
function Attachments({ message }: { message: ChatMessage }) {
  const files = looseAttachments(message);
  const pictures = files.filter(
    (file) => isPicture(file.content_type, file.filename) || isVideo(message, file.url),
  );
  const items = pictures.map((file) => ({
    media: { url: file.url },
    description: file.description ?? file.filename,
    spoiler: file.filename.startsWith('SPOILER_'),
  }));
  const [only] = items;
  return (
    <>
      {only && items.length === 1 ? (
        <Picture {...only} kind="attached-picture" url={only.media.url} />
      ) : (
        items.length > 0 && <Gallery items={items} />
      )}
      {files
        .filter((file) => !pictures.includes(file))
        .map((file) => (
          <Fragment key={file.id}>
            <FileCard url={file.url} name={file.filename} size={file.size} />
            {isAudio(file.content_type) && (
              <audio src={file.url} controls preload="metadata" aria-label={file.filename} />
            )}
          </Fragment>
        ))}
    </>
  );
}
