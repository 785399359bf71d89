/** Shows why something was refused, long enough to read it. */
import { useEffect } from 'preact/hooks';
import { Icon } from '../parts/icons.tsx';
import { words } from '../words/words.ts';

/** Enough time to read two sentences. */
const shownMs = 6_000;

export interface NoticeProps {
  readonly text: string;
  /** Different for each refusal, so that a repeated text is shown and read out again. */
  readonly number: number;
  readonly onClose: () => void;
}

export function Notice({ text, number, onClose }: NoticeProps) {
  useEffect(() => {
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <p key={number} class="notice" role="alert">
      <Icon name="alert" size={16} />
      <span>{text}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={words().write.dismiss}
        onClick={onClose}
      >
        <Icon name="close" size={16} />
      </button>
    </p>
  );
}
