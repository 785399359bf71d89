export function AppBadge() {
  return <span class="app-badge">APP</span>;
}
