/** Renders Discord's markdown with Preact elements only, never as HTML text. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { faceOf, findChannel, useScene } from '../state/context.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { parseInline } from '../text/markdown-inline.ts';
import { isOnlyEmoji } from '../text/only-emoji.ts';
import type { Block, Inline } from '../text/markdown-tree.ts';
import { CodeBlock } from './code-block.tsx';
import { Timestamp } from './timestamp.tsx';
import { words } from '../words/words.ts';

export interface MarkdownProps {
  readonly text: string;
  /** Adds "(edited)" at the end. */
  readonly edited?: boolean;
  /** Whether a text of only emoji is shown large, as in messages. */
  readonly jumbo?: boolean;
}

export function Markdown({ text, edited = false, jumbo = false }: MarkdownProps) {
  const blocks = parseMarkdown(text);
  const mark = edited && <span class="edited">{` ${words().message.edited}`}</span>;
  const endsInText = blocks.at(-1)?.kind === 'paragraph';
  return (
    <div class={jumbo && isOnlyEmoji(text) ? 'markdown jumbo' : 'markdown'}>
      {blocks.map((block, index) => (
        <BlockView
          key={index}
          block={block}
          after={endsInText && index === blocks.length - 1 && mark}
        />
      ))}
      {!endsInText && mark}
    </div>
  );
}

/** For titles and names: inline marks only. */
export function InlineMarkdown({ text }: { text: string }) {
  return <Inlines nodes={parseInline(text)} />;
}

function BlockView({ block, after }: { block: Block; after?: ComponentChildren }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines nodes={block.children} />
          {after}
        </p>
      );
    case 'heading':
      // The page's own headings use levels 1 and 2, so those of messages begin at 3.
      return (
        <h3 class={`heading-${block.level}`}>
          <Inlines nodes={block.children} />
        </h3>
      );
    case 'subtext':
      return (
        <p class="subtext">
          <Inlines nodes={block.children} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          {block.children.map((child, index) => (
            <BlockView key={index} block={child} />
          ))}
        </blockquote>
      );
    case 'list':
      return <ListView block={block} />;
    case 'code':
      return <CodeBlock language={block.language} text={block.text} />;
  }
}

function ListView({ block }: { block: Block & { readonly kind: 'list' } }) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Inlines nodes={item.children} />
      {item.nested.map((child, below) => (
        <BlockView key={below} block={child} />
      ))}
    </li>
  ));
  return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
}

function Inlines({ nodes }: { nodes: readonly Inline[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <InlineView key={index} node={node} />
      ))}
    </>
  );
}

const tags = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' } as const;

function InlineView({ node }: { node: Inline }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'break':
      return <br />;
    case 'strong':
    case 'emphasis':
    case 'underline':
    case 'strike': {
      const Tag = tags[node.kind];
      return (
        <Tag>
          <Inlines nodes={node.children} />
        </Tag>
      );
    }
    case 'spoiler':
      return (
        <Spoiler>
          <Inlines nodes={node.children} />
        </Spoiler>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noreferrer noopener">
          <Inlines nodes={node.children} />
        </a>
      );
    case 'time':
      return <Timestamp seconds={node.seconds} style={node.style} />;
    case 'emoji':
      return <span class="emoji">{`:${node.name}:`}</span>;
    case 'everyone':
      return <span class="mention">{node.text}</span>;
    case 'user':
    case 'role':
    case 'channel':
    case 'command':
      return <Mention node={node} />;
  }
}

function Spoiler({ children }: { children: ComponentChildren }) {
  const [shown, setShown] = useState(false);
  if (shown) return <span class="spoiler shown">{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label="Spoiler" onClick={() => setShown(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

type MentionNode = Extract<Inline, { kind: 'user' | 'role' | 'channel' | 'command' }>;

function Mention({ node }: { node: MentionNode }) {
  const { view, goTo, offerCommand, showProfile } = useScene();
  if (node.kind === 'command') {
    return (
      <button type="button" class="mention" onClick={() => offerCommand(node.path)}>
        {`/${node.path}`}
      </button>
    );
  }
  if (node.kind === 'role') {
    const roles = view.servers.flatMap((server) => server.roles);
    const name = roles.find((role) => role.id === node.id)?.name ?? 'unknown-role';
    return <span class="mention">{`@${name}`}</span>;
  }
  if (node.kind === 'channel') {
    const channel = findChannel(view, node.id);
    if (!channel) return <span class="mention">#unknown</span>;
    return (
      <button type="button" class="mention" onClick={() => goTo(channel.id)}>
        {`#${channel.name}`}
      </button>
    );
  }
  const face = faceOf(view, node.id);
  if (!face) return <span class="mention">@unknown-user</span>;
  return (
    <button
      type="button"
      class="mention"
      onClick={(event) => showProfile(face.id, event.currentTarget)}
    >
      {`@${face.name}`}
    </button>
  );
}
