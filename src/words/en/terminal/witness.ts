/** What `npm run witness` says. */
type Seen =
  | { readonly kind: 'accepted' | 'same'; readonly checkpoint: { readonly size: number } }
  | { readonly kind: 'shorter'; readonly before: number; readonly now: number }
  | { readonly kind: 'fork' }
  | { readonly kind: 'unusable'; readonly why: string };

export const witness = {
  usage: 'Name the addresses or folders of the logs to watch.',
  key: (key: string, folder: string) =>
    `This witness signs as ${key}. Serve ${folder} so that banks can fetch its signatures.`,
  unreachable: (why: string) => `Could not read ${why}.`,
  observed: (place: string, seen: Seen, report: string | null): string => {
    switch (seen.kind) {
      case 'accepted':
        return `${place}: signed the checkpoint of ${seen.checkpoint.size} leaves.`;
      case 'same':
        return `${place}: nothing new since ${seen.checkpoint.size} leaves.`;
      case 'shorter':
        return (
          `${place}: the log has ${seen.now} leaves, and had ${seen.before} before. Its end was ` +
          'removed, or an old backup was restored. Not signed.'
        );
      case 'fork':
        return `${place}: the bank signed two histories. Not signed. The proof is in ${report}.`;
      case 'unusable':
        return `${place}: not signed: ${seen.why}.`;
    }
  },
};
