/** What a message says: text, files, embeds and components. */
import { Fragment } from 'preact';
import type { ChatMessage } from '../../protocol.ts';
import { Markdown } from '../parts/markdown.tsx';
import { ComponentTree } from './component-tree.tsx';
import { Embed } from './embed.tsx';
import { hidesEmbeds, isEdited } from './flags.ts';
import { FileCard, Picture } from './media.tsx';
import { isAudio, isPicture, isVideo, looseAttachments } from './media-url.ts';

export function MessageBody({ message }: { message: ChatMessage }) {
  return (
    <>
      {message.content && <Markdown text={message.content} />}
      {isEdited(message) && message.content && <span class="edited">(edited)</span>}
      {looseAttachments(message).map((file) =>
        isPicture(file.content_type, file.filename) || isVideo(message, file.url) ? (
          <Picture
            key={file.id}
            kind="attached-picture"
            url={file.url}
            description={file.description ?? file.filename}
            spoiler={file.filename.startsWith('SPOILER_')}
          />
        ) : (
          <Fragment key={file.id}>
            <FileCard url={file.url} name={file.filename} size={file.size} />
            {isAudio(file.content_type) && (
              <audio src={file.url} controls preload="metadata" aria-label={file.filename} />
            )}
          </Fragment>
        ),
      )}
      {!hidesEmbeds(message) &&
        message.embeds.map((embed, index) => <Embed key={index} embed={embed} />)}
      <ComponentTree components={message.components ?? []} />
    </>
  );
}
