/** A role's colour; grey if it has none. */
export function RoleDot({ color }: { color: number }) {
  return (
    <span
      class="role-dot"
      aria-hidden="true"
      style={color === 0 ? {} : { '--role': `#${color.toString(16).padStart(6, '0')}` }}
    />
  );
}
