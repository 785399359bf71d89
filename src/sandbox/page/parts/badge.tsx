/** The number of unread items; hidden for 0. */
export function Badge({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null;
  return (
    <span class="badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="spoken">{`${count} ${label}`}</span>
    </span>
  );
}
